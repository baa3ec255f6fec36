// Serves the built site in this process. Node built-ins only.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { root } from './run.mjs'

// V8 lets its heap grow to several times what lives in it where the machine has much memory: 600 MB for the same pages,
// as fast, as in 350. By this much above what lives, it collects; what needs more still gets it.
const heapGrowthPercent = 20

const builtServer = join(root, 'build/server/index.js')

/** True when there is something to serve. */
export const isBuilt = () => existsSync(builtServer)

/**
 * Starts the server, or ends the program: with the sentence alone when the reason is one that the person
 * who starts it can mend, with the whole error otherwise.
 * @returns {Promise<{ port: number, host: string, isDemo: boolean }>}
 */
export async function serve() {
  process.env.NODE_ENV = 'production'
  setFlagsFromString(`--heap-growing-percent=${heapGrowthPercent}`)
  try {
    const { start } = await import(pathToFileURL(builtServer).href)
    return await start()
  } catch (error) {
    console.error(refusal(error) ?? error)
    process.exit(1)
  }
}

function refusal(error) {
  const port = process.env.PORT || 3000
  if (error.code === 'EADDRINUSE') {
    return `La porta ${port} è già usata: forse Rotta è già avviata. Ferma l’altro programma, o scegli un’altra porta con PORT=3001.`
  }
  if (error.code === 'EACCES' && error.syscall === 'listen') {
    return `Questo utente non può usare la porta ${port}. Scegline una dal 1024 in su con PORT=3000.`
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `L’indirizzo HOST=${process.env.HOST} non è di questa macchina.`
  }
  const known = ['UnusableDatabase', 'UnusableContent'].includes(error.name)
  return known || error.message?.startsWith('The environment is not usable') ? error.message : undefined
}
