import { existsSync } from 'node:fs'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import { environment } from '~/platform/environment.server'
import type { Command } from './command'

const reasons = {
  gap: 'la riga prima di questa manca, o non è più quella',
  payload: 'il suo contenuto è stato cambiato',
  row: 'uno dei suoi campi è stato cambiato',
}

export const auditVerify: Command = {
  words: ['audit', 'verify'],
  options: {},
  usage: 'audit verify',
  summary: 'Controlla la catena del registro e nomina la prima riga che non torna.',
  async run() {
    const file = environment.DATABASE_URL.replace(/^file:/, '')
    if (!existsSync(file)) {
      return { code: 1, lines: [`Il database ${file} non esiste.`], json: { ok: false, reason: 'missing' } }
    }
    const verdict = await verifyAudit()
    if (verdict.ok) {
      const lines = [`Il registro è integro: ${verdict.rows} righe.`, `Ultima impronta: ${verdict.head || 'nessuna'}`]
      return { code: 0, lines, json: verdict }
    }
    return {
      code: 1,
      lines: [`Il registro si interrompe alla riga ${verdict.seq}: ${reasons[verdict.reason]}.`],
      json: verdict,
    }
  },
}
