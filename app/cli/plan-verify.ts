import { existsSync, readFileSync } from 'node:fs'
import { verifyDocument } from '~/features/training-plan/verify-document.server'
import type { Command } from './command'

export const planVerify: Command = {
  words: ['plan', 'verify'],
  operand: 'FILE',
  options: {},
  usage: 'plan verify FILE',
  summary: 'Confronta il documento di una versione del piano con la sua impronta e nomina la prima differenza.',
  async run({ operand }) {
    const file = String(operand)
    if (!existsSync(file)) {
      return { code: 1, lines: [`Il file ${file} non c’è.`], json: { ok: false, reason: 'no-file' } }
    }
    const verdict = await verifyDocument(readFileSync(file))
    if (verdict.ok) {
      const lines = [
        `Il documento è quello della versione ${verdict.number}, e le righe da cui si consegna lo confermano.`,
        `SHA-256 ${verdict.hash}`,
      ]
      return { code: 0, lines, json: verdict }
    }
    if (verdict.reason === 'no-version') {
      return { code: 1, lines: ['Nessuna versione del piano è stata presentata.'], json: verdict }
    }
    const { path, expected, found } = verdict.difference
    const where = path === '' ? '' : `, in ${path}`
    const what =
      verdict.reason === 'differs'
        ? `Il documento non è quello della versione ${verdict.number}: la prima differenza è al byte ${verdict.byte}${where}.`
        : `Il documento è quello della versione ${verdict.number}, ma le righe salvate non lo danno più${where}.`
    const lines = [what, `  depositato: ${expected}`, `  trovato:    ${found}`, `SHA-256 depositato ${verdict.hash}`]
    return { code: 1, lines, json: verdict }
  },
}
