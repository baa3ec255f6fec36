// Runs other programs for the scripts of this folder. Node built-ins only.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. Every script works from there, wherever it was called. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)

/**
 * Runs a program on this terminal and waits for it. SIGINT and SIGTERM are passed on,
 * and once the program has ended so does this one.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to this process's own
 * @param {'ignore' | 'inherit'} [input] whether it may read what this process is given to read
 * @returns {Promise<number>} its exit code (128 + signal when a signal ended it; 127 when there is no such program)
 */
export function run(command, args, env = {}, input = 'ignore') {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: [input, 'inherit', 'inherit'], env: { ...process.env, ...env } })
    let received
    const passOn = (signal) => {
      received = signal
      child.kill(signal)
    }
    process.on('SIGINT', passOn)
    process.on('SIGTERM', passOn)
    const finish = (code) => {
      process.off('SIGINT', passOn)
      process.off('SIGTERM', passOn)
      if (received) process.exit(128 + constants.signals[received])
      resolve(code)
    }
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      finish(127)
    })
    child.on('close', (code, signal) => finish(code ?? 128 + constants.signals[signal]))
  })
}

/**
 * Runs an installed package's command with this very Node.
 * @param {string} packageName
 * @param {string[]} args
 * @param {{ bin?: string, env?: Record<string, string> }} [options] `bin` when the command is not named as the package
 */
export function runTool(packageName, args, { bin, env } = {}) {
  const folder = join('node_modules', packageName)
  const declared = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin
  const file = typeof declared === 'string' ? declared : declared[bin ?? packageName]
  return run(process.execPath, [join(folder, file), ...args], env)
}

/**
 * Runs npm: the one that started us, when one did.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runNpm(args, env) {
  const own = process.env.npm_execpath
  if (own?.endsWith('npm-cli.js')) return run(process.execPath, [own, ...args], env)
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args], env) : run('npm', args, env)
}
