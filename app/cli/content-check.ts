import { checkContent } from '~/features/curriculum/check-content.server'
import { environment } from '~/platform/environment.server'
import type { Command } from './command'

export const contentCheck: Command = {
  words: ['content', 'check'],
  options: {},
  usage: 'content check',
  summary: 'Controlla i contenuti (CONTENT_DIR) e ne conta le parti, o dice file, riga e motivo di ogni errore.',
  async run() {
    const check = checkContent(environment.CONTENT_DIR)
    if (!check.ok) {
      const lines = check.problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
      return { code: 1, lines: [...lines, `I contenuti non si possono usare: ${lines.length} errori.`], json: check }
    }
    const { facts, sources, terms, phases, tasks, acts, statements } = check.totals
    const lines = [
      `Fasi ${phases}, attività del Navigator ${tasks}, compiti del CPI ${acts}, termini ${terms}.`,
      `Frasi ${statements}, ciascuna con il fatto o la prassi su cui si basa.`,
      `Fatti: ${facts.act} dall’atto, ${facts.verified} verificati, ${facts.secondary} da fonte secondaria, ${facts.memory} esclusi. Fonti ${sources}.`,
    ]
    return { code: 0, lines, json: check }
  },
}
