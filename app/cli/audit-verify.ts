import { existsSync } from 'node:fs'
import { findForeignAttendance } from '~/features/classroom/verify-attendance.server'
import { verifyRegisters } from '~/features/classroom/verify-registers.server'
import { verifyEvidence } from '~/features/evidence/verify-evidence.server'
import { verifyObservations, verifyResponses } from '~/features/observations/verify-observations.server'
import { findWrongOpenReview } from '~/features/observations/verify-open-reviews.server'
import { findUndecidedState } from '~/features/practice/verify-practice.server'
import { findWrongCount } from '~/features/reports/verify-counts.server'
import { verifyVotes } from '~/features/training-plan/verify-votes.server'
import { verifyAudit } from '~/platform/audit/verify-audit.server'
import type { ChainVerdict } from '~/platform/chain/verify-chain.server'
import { environment } from '~/platform/environment.server'
import type { Command } from './command'

/** The chained tables, in the order in which they are checked; `key` is what they are called in JSON. */
const chains: { key: string; name: string; verify: () => Promise<ChainVerdict> }[] = [
  { key: 'audit', name: 'La catena del registro', verify: verifyAudit },
  { key: 'votes', name: 'La catena dei voti', verify: verifyVotes },
  { key: 'evidence', name: 'La catena delle attività svolte', verify: verifyEvidence },
  { key: 'observations', name: 'La catena delle osservazioni', verify: verifyObservations },
  { key: 'responses', name: 'La catena delle risposte alle osservazioni', verify: verifyResponses },
  { key: 'registers', name: 'La catena dei registri presenze', verify: verifyRegisters },
]

/** What is kept beside the chains so that pages need not read them, compared with what it comes from. */
const comparisons: { key: string; name: string; wrong: string; find: () => Promise<string | number | null> }[] = [
  {
    key: 'attendance',
    name: 'Le presenze tornano con i registri firmati',
    wrong: 'Le presenze non tornano con il registro firmato numero',
    find: findForeignAttendance,
  },
  {
    key: 'reviews',
    name: 'I disaccordi da riesaminare tornano con le risposte',
    wrong: 'I disaccordi da riesaminare non tornano per l’osservazione numero',
    find: findWrongOpenReview,
  },
  {
    key: 'practice',
    name: 'Lo stato delle ore di pratica torna con le decisioni',
    wrong: 'Lo stato non torna con l’ultima decisione nelle ore di pratica',
    find: findUndecidedState,
  },
  {
    key: 'counts',
    name: 'I conteggi dell’avanzamento tornano',
    wrong: 'I conteggi dell’avanzamento non tornano in',
    find: findWrongCount,
  },
]

const reasons = {
  gap: 'la riga prima di questa manca, o non è più quella',
  payload: 'il suo contenuto è stato cambiato',
  row: 'uno dei suoi campi è stato cambiato',
}

export const auditVerify: Command = {
  words: ['audit', 'verify'],
  options: {},
  usage: 'audit verify',
  summary:
    'Controlla le catene del registro, dei voti, delle attività svolte, delle osservazioni e dei registri presenze: di ciascuna nomina la prima riga che non torna. Poi confronta con loro presenze, disaccordi da riesaminare, ore di pratica e conteggi.',
  async run() {
    const file = environment.DATABASE_URL.replace(/^file:/, '')
    if (!existsSync(file)) {
      return { code: 1, lines: [`Il database ${file} non esiste.`], json: { ok: false, reason: 'missing' } }
    }
    const lines: string[] = []
    const verdicts: Record<string, ChainVerdict> = {}
    for (const { key, name, verify } of chains) {
      const verdict = await verify()
      verdicts[key] = verdict
      lines.push(`${name} ${inWords(verdict)}`)
    }
    const wrong: Record<string, string | number> = {}
    for (const { key, name, wrong: sentence, find } of comparisons) {
      const found = await find()
      if (found !== null) wrong[key] = found
      lines.push(found === null ? `${name}.` : `${sentence} ${found}.`)
    }
    const broken = chains.find(({ key }) => !verdicts[key]?.ok)?.key
    // The audit log stands for the whole while all hold; else the first chain that does not.
    const shown = broken ? { chain: broken, ...verdicts[broken] } : verdicts.audit
    const differs = Object.keys(wrong).length > 0
    const json = { ...shown, ok: !broken && !differs, chains: verdicts, ...(differs && { wrong }) }
    return { code: json.ok ? 0 : 1, lines, json }
  },
}

function inWords(verdict: ChainVerdict) {
  if (!verdict.ok) return `si interrompe alla riga ${verdict.seq}: ${reasons[verdict.reason]}.`
  return `è integra: ${verdict.rows} righe. Ultima impronta: ${verdict.head || 'nessuna'}`
}
