import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { brokenEdition } from '../../../tests/setup/broken-edition'

const { pathOf, change, problems } = brokenEdition()

describe('the text of a lesson', () => {
  const inLesson = (text: string) => {
    const line = change('lessons/accogliere.md', 'Saluta e di’ chi sei. {prassi}', text)
    return problems().map((problem) => problem.replace(`lessons/accogliere.md:${line}: `, ''))
  }
  const unmarked = 'il testo non finisce con un segno: {F-001} o {prassi}'

  test.each<[string, string[]]>([
    ['Saluta.', [unmarked]],
    ['Saluta. {rotta}', [unmarked]],
    ['Saluta. {F-999}', ['il fatto F-999 non esiste']],
    [
      'Aspetta 30 giorni. {prassi}',
      ['il consiglio di buona pratica suona come una norma («30 giorni»): indica il fatto'],
    ],
    ['<script>alert(1)</script>', ['HTML non ammesso: usa il Markdown']],
    ['Un <b onclick="x()">saluto</b>. {prassi}', ['HTML non ammesso: usa il Markdown']],
    [
      'Un [saluto](javascript:alert(1)). {prassi}',
      ['il collegamento «javascript:alert(1)» non è ammesso: scrivi un indirizzo https o una pagina di Rotta'],
    ],
    [
      'Un **[saluto](data:text/html,x)**. {prassi}',
      ['il collegamento «data:text/html,x» non è ammesso: scrivi un indirizzo https o una pagina di Rotta'],
    ],
    ['![figura](/figura.png) {prassi}', ['le immagini non sono ammesse']],
    [
      'Vedi [[inesistente]]. {prassi}',
      ['il collegamento [[inesistente]] non porta a un termine, una fase, un’attività o un compito'],
    ],
    [
      'Vedi [[F3.9|qui]]. {prassi}',
      ['il collegamento [[F3.9]] non porta a un termine, una fase, un’attività o un compito'],
    ],
    ['# Titolo', ['i titoli vanno da ## a ###: quello della lezione sta in cima']],
    ['    Saluta', ['il testo rientrato di quattro spazi, o fra apici inversi, non è ammesso: togli il rientro']],
    ['[x]: https://example.org', ['gli indirizzi a fondo testo non sono ammessi: scrivi il collegamento nella frase']],
    [
      ':::riquadro\nSaluta. {prassi}\n:::',
      [':::riquadro non si conosce: ci sono :::nota, :::attenzione, :::passi, :::caso, :::verifica, :::risposta'],
    ],
    ['| A | B |\n|---|---|\n| [[did|la DID]] | [[F3.C4]] {F-027} |', []],
  ])('%s', (text, expected) => {
    expect(inLesson(text)).toEqual(expected)
  })

  test('mistakes inside containers, with their own lines', () => {
    const line = change(
      'lessons/accogliere.md',
      'Saluta e di’ chi sei. {prassi}',
      [
        ':::nota Uno',
        'Senza segno.',
        '',
        '## Titolo',
        ':::',
        ':::passi Due',
        'Nessun elenco. {prassi}',
        ':::',
        ':::caso Tre',
        'Il racconto non ha segni.',
        ':::',
        ':::nota Quattro',
        ':::',
        ':::caso Cinque',
        'Racconto <i>con HTML</i>.',
        ':::risposta',
        'Senza segno.',
      ].join('\n'),
    )
    expect(problems()).toEqual(
      [
        [1, unmarked],
        [3, 'dentro un riquadro non ci sono titoli: basta il suo'],
        [6, 'in :::passi ci vuole un elenco di passi: 1. Primo passo.'],
        [9, 'al caso manca la sua :::risposta'],
        [12, 'il riquadro è vuoto'],
        [14, 'HTML non ammesso: usa il Markdown'],
        [16, unmarked],
        // The self-check of the lesson comes while the last case is still open.
        [18, ':::caso non è chiuso prima di :::verifica'],
      ].map(([offset, reason]) => `lessons/accogliere.md:${line + Number(offset)}: ${reason}`),
    )
  })

  test('self-checks: YAML, one right answer, ground', () => {
    const yaml = change('lessons/verificare.md', 'question: Che cosa fa', 'question: "Che cosa fa')
    expect(problems().every((problem) => problem.startsWith('lessons/verificare.md:'))).toBe(true)
    expect(problems()[0]).toContain('YAML non valido')
    expect(Number(problems()[0]?.split(':')[1])).toBeGreaterThanOrEqual(yaml)
  })

  test('self-checks: one right answer, tested ground', () => {
    const right = change(
      'lessons/accogliere.md',
      '  - text: Il Navigator da solo',
      '  - text: Il Navigator da solo\n    right: true',
    )
    const facts = change('lessons/verificare.md', 'facts: [F-027]', 'facts: [F-072]')
    expect(problems()).toEqual([
      `lessons/accogliere.md:${right - 3}: in una verifica la risposta giusta è una sola: qui sono 2`,
      `lessons/verificare.md:${facts}: la verifica: il fatto F-072 è successivo all’atto: non si verifica in una domanda`,
    ])
  })

  test('what the top of a lesson lacks', () => {
    change('lessons/accogliere.md', 'lead: Alla fine sai accogliere la persona.\n', '')
    writeFileSync(pathOf('modules/primo-colloquio/lessons/verificare.md'), 'Testo senza testa. {prassi}')
    expect(problems()).toEqual([
      'lessons/accogliere.md:2: lead: manca il campo «lead»',
      'lessons/verificare.md:1: in cima mancano titolo e sommario, fra due righe ---',
    ])
  })

  test('a lesson begins with a title; a job aid has no cases and no self-checks', () => {
    const heading = change('lessons/accogliere.md', '## Perché conta\n', '')
    const aid = change('job-aid.md', '- Saluta. {prassi}', '- Saluta. {prassi}\n\n:::verifica\nquestion: A?\n:::')
    expect(problems()).toEqual(
      expect.arrayContaining([
        `job-aid.md:${aid + 2}: in una scheda da tenere allo sportello non ci sono casi né verifiche`,
        `lessons/accogliere.md:${heading + 1}: il testo comincia con un titolo: ## Titolo`,
      ]),
    )
  })
})
