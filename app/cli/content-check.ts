import { join } from 'node:path'
import { checkContent } from '~/features/curriculum/check-content.server'
import { readTerritory } from '~/features/territory/load-territory.server'
import { UnusableContent } from '~/platform/content/unusable-content'
import { environment } from '~/platform/environment.server'
import type { Command } from './command'

export const contentCheck: Command = {
  words: ['content', 'check'],
  options: {},
  usage: 'content check',
  summary: 'Controlla i contenuti (CONTENT_DIR) e ne conta le parti, o dice file, riga e motivo di ogni errore.',
  async run() {
    const check = checkContent(environment.CONTENT_DIR)
    const problems = [...(check.ok ? [] : check.problems), ...problemsOfTerritory()]
    if (!check.ok || problems.length > 0) {
      const lines = problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
      return {
        code: 1,
        lines: [...lines, `I contenuti non si possono usare: ${lines.length} errori.`],
        json: { ok: false, problems },
      }
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

function problemsOfTerritory() {
  try {
    readTerritory(join(environment.CONTENT_DIR, 'territory.yaml'))
    return []
  } catch (error) {
    if (error instanceof UnusableContent) return error.problems
    throw error
  }
}
