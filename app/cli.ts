import { parseArgs } from 'node:util'
import { adminCreate } from './cli/admin-create'
import { auditVerify } from './cli/audit-verify'
import type { Command } from './cli/command'
import { contentCheck } from './cli/content-check'
import { demoLoad } from './cli/demo-load'
import { demoScale } from './cli/demo-scale'
import { planEdition } from './cli/plan-edition'
import { planRule } from './cli/plan-rule'
import { planVerify } from './cli/plan-verify'
import { closeDatabase } from './platform/database/client.server'

const commands: Command[] = [
  adminCreate,
  auditVerify,
  contentCheck,
  demoLoad,
  demoScale,
  planEdition,
  planRule,
  planVerify,
]

/**
 * The operator's commands. Exit code 0 = done, 1 = refused or a check that failed, 2 = not a command.
 * `--json` prints one object instead of sentences.
 */
async function main(args: string[]): Promise<number> {
  const command = commands.find(({ words }) => words.every((word, index) => args[index] === word))
  if (!command) {
    const asked = args.length === 0 || args[0] === 'help' || args[0] === '--help'
    const text = help()
    if (asked) console.log(text)
    else console.error(`Questo comando non esiste: ${args.join(' ')}\n\n${text}`)
    return asked ? 0 : 2
  }
  let values: Record<string, string | boolean | undefined>
  try {
    const options = { ...command.options, json: { type: 'boolean' as const } }
    const rest = args.slice(command.words.length)
    const parsed = parseArgs({ args: rest, options, allowPositionals: command.operand !== undefined })
    if (parsed.positionals.length !== (command.operand ? 1 : 0)) throw new TypeError(command.usage)
    values = { ...parsed.values, operand: parsed.positionals[0] } as typeof values
  } catch {
    console.error(`Si usa così: npm run rotta -- ${command.usage}`)
    return 2
  }
  try {
    const { code, lines, json } = await command.run(values)
    if (values.json) console.log(JSON.stringify(json))
    else for (const line of lines) (code === 0 ? console.log : console.error)(line)
    return code
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (values.json) console.log(JSON.stringify({ ok: false, reason: 'failed', message }))
    else console.error(message)
    return 1
  }
}

function help() {
  const lines = commands.map(({ usage, summary }) => `  npm run rotta -- ${usage}\n      ${summary}`)
  return ['Comandi di Rotta (aggiungi --json per un risultato da leggere con un programma):', '', ...lines].join('\n')
}

const code = await main(process.argv.slice(2))
await closeDatabase()
process.exitCode = code
