import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { authoriseOperator } from '~/features/auth/authorise.server'
import { findEditionByNumber } from '~/features/edition/edition.server'
import { versionStateNames } from '~/features/training-plan/version-state-names'
import { formatNumber } from '~/lib/numbers'
import type { Command, Outcome } from './command'

export const planEdition: Command = {
  words: ['plan', 'edition'],
  options: { number: { type: 'string' }, out: { type: 'string' } },
  usage: 'plan edition --out FILE.html [--number N]',
  summary:
    'Scrive in un file solo, da stampare, tutto il piano in vigore (o la versione N) con guida, copertura, glossario e fonti, senza le risposte giuste.',
  async run({ number, out }) {
    if (typeof out !== 'string' || out === '') return refused('no-file', 'Manca il file da scrivere: --out FILE.html')
    if (number !== undefined && !/^[1-9]\d{0,8}$/.test(String(number))) {
      return refused('no-number', `«${number}» non è il numero di una versione.`)
    }
    const by = authoriseOperator('plan.write', 'CLI-EDITION', new Date())
    const source = await findEditionByNumber(by, number === undefined ? undefined : Number(number))
    if (!source) {
      return number === undefined
        ? refused('none-in-force', 'Nessuna versione del piano è in vigore: scegline una con --number N.')
        : refused('no-version', `La versione ${number} del piano non c’è.`)
    }
    // Needed by this command alone, and made for a build: styles and type come with it.
    const [{ renderEdition }, { fileDocument }] = await Promise.all([
      import('~/features/edition/render-edition'),
      import('~/features/edition/edition-document'),
    ])
    const edition = await renderEdition(source, by.today)
    const text = fileDocument(edition)
    const unwritten = writeWhole(out, text)
    if (unwritten) return refused('not-written', `Il file ${out} non si può scrivere: ${unwritten}`)
    const { version } = source
    const bytes = Buffer.byteLength(text)
    return {
      code: 0,
      lines: [
        `Versione ${version.number}, ${versionStateNames[version.state]}: ${formatNumber(edition.sections)} sezioni, ${formatNumber(Math.ceil(bytes / 1000))} kB in ${out}.`,
        'Aprilo con Chrome o Edge e stampalo in A4, o salvalo in PDF: i numeri di pagina sono nel documento.',
      ],
      json: { ok: true, file: out, number: version.number, state: version.state, sections: edition.sections, bytes },
    }
  },
}

/**
 * Writes a file whole or not at all: what stood there before stays until the new one is complete.
 * @returns why it could not, or undefined
 */
function writeWhole(file: string, text: string): string | undefined {
  const unfinished = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(unfinished, text)
    renameSync(unfinished, file)
    return undefined
  } catch (error) {
    rmSync(unfinished, { force: true })
    return error instanceof Error ? error.message : String(error)
  }
}

function refused(reason: string, message: string): Outcome {
  return { code: 1, lines: [message], json: { ok: false, reason } }
}
