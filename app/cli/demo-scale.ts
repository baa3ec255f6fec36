import { database } from '~/platform/database/client.server'
import { migrateDatabase } from '~/platform/database/migrate.server'
import { environment } from '~/platform/environment.server'
import type { Command, Outcome } from './command'
import { findAnchor } from './demo-anchor'
import { loadHistory } from './demo-history/load-history'

export const demoScale: Command = {
  words: ['demo', 'scale'],
  options: { learners: { type: 'string' } },
  usage: 'demo scale --learners N',
  summary:
    'Aggiunge a una demo persone in formazione inventate, con la loro storia, finché sono N: per le misure. Interrotto, riprende.',
  async run({ learners, json }) {
    const wanted = Number(learners)
    if (!Number.isInteger(wanted) || wanted < 1) {
      return refused('invalid', 'Scrivi quante persone in formazione vuoi: --learners 20000')
    }
    migrateDatabase(environment.DATABASE_URL)
    const demo = await database.setting.findUnique({ where: { key: 'demo' }, select: { key: true } })
    if (!demo) return refused('no-demo', 'Questo database non è una demo: le persone inventate non ci entrano.')
    const anchor = await findAnchor()
    const loaded = await database.setting.findUnique({ where: { key: 'demo-history-0' }, select: { key: true } })
    if (!anchor || !loaded) return refused('no-history', 'Prima carica la demo con la sua storia: demo load')

    const began = performance.now()
    let acts = 0
    let there = await database.enrolment.count()
    for (let edition = 1; there < wanted; edition += 1) {
      const added = await loadHistory(anchor, edition, wanted - there)
      if (!added) continue
      acts += added.acts
      there += added.learners
      tell({ learners: there, of: wanted, seconds: seconds(began) }, json === true)
    }
    const lines = [`In formazione: ${there} persone, ${acts} atti aggiunti in ${seconds(began)} secondi.`]
    return { code: 0, lines, json: { ok: true, learners: there, acts, seconds: seconds(began) } }
  },
}

/** How far it is, on the error output: the result alone goes to the other. */
function tell(progress: { learners: number; of: number; seconds: number }, json: boolean) {
  const { learners, of, seconds: since } = progress
  console.error(json ? JSON.stringify(progress) : `${learners} persone di ${of}, ${since} secondi`)
}

function seconds(since: number) {
  return Math.round((performance.now() - since) / 100) / 10
}

function refused(reason: string, message: string): Outcome {
  return { code: 1, lines: [message], json: { ok: false, reason, message } }
}
