import { expect, test } from 'vitest'
import { measureLesson } from './lesson-measure'

const measure = (markdown: string) => measureLesson({ title: 'Uno', lead: 'Due tre.', markdown })

test('words are all that is read: titles, texts, tables, containers; not markers, signs or self-checks', () => {
  expect(measure('').words).toBe(3)
  expect(measure('## Quattro\n\nCinque **sei** [sette](https://example.org). {F-027}').words).toBe(7)
  expect(measure('- [[did|quattro cinque]] {prassi}\n- [[patto-per-il-lavoro]]').words).toBe(9)
  expect(measure('| Quattro | Cinque |\n|---|---|\n| sei | sette {F-001} |').words).toBe(7)
  expect(measure(':::nota Quattro\nCinque. {prassi}\n:::').words).toBe(5)
  expect(measure(':::caso Quattro\nCinque.\n:::risposta\nSei. {F-001}\n:::').words).toBe(6)
  const check = ':::verifica\nquestion: Chi?\n:::'
  expect(measure(`${check}\n\n${check}\n\nQuattro.`)).toMatchObject({ words: 4, checks: 2 })
})

test('readability is that of sentences: titles and tables do not change it', () => {
  const alone = measure('La persona arriva. Tu la saluti. {prassi}').readability
  expect(alone.words).toBe(6)
  const withOthers = measure(
    '## Un titolo lunghissimo\n\nLa persona arriva. Tu la saluti. {prassi}\n\n| Precipitevolissimevolmente |\n|---|\n| Incommensurabilmente |',
  )
  expect(withOthers.readability).toEqual(alone)
})
