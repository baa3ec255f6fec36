import { join } from 'node:path'
import { checkContent } from '~/features/curriculum/check-content.server'
import { readTerritory } from '~/features/territory/load-territory.server'
import { countOf } from '~/lib/numbers'
import { UnusableContent } from '~/platform/content/unusable-content'
import { environment } from '~/platform/environment.server'
import type { Command } from './command'
import { contentLines } from './content-report'

export const contentCheck: Command = {
  words: ['content', 'check'],
  options: {},
  usage: 'content check',
  summary:
    'Controlla i contenuti (CONTENT_DIR) e ne conta le parti, ore, leggibilità e copertura comprese, o dice file, riga e motivo di ogni errore.',
  async run() {
    const check = checkContent(environment.CONTENT_DIR)
    const problems = [...(check.ok ? [] : check.problems), ...problemsOfTerritory()]
    if (!check.ok || problems.length > 0) {
      const lines = problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
      return {
        code: 1,
        lines: [...lines, `I contenuti non si possono usare: ${countOf(lines.length, 'errore', 'errori')}.`],
        json: { ok: false, problems },
      }
    }
    return { code: 0, lines: contentLines(check), json: check }
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
