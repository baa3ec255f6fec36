import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitLesson } from './lesson-parts'

const lesson = `## Titolo

Testo. {prassi}

:::nota Da ricordare
Uno. {F-001}
:::
:::passi Come si fa

1. Primo. {prassi}
   :::

:::caso Basilio arriva tardi
Il racconto.

:::risposta
La risposta. {F-001}
:::

:::verifica
question: Che cosa?
:::

Fine. {prassi}
`

describe('splitLesson', () => {
  test('text and containers, with the lines on which they begin', () => {
    expect(splitLesson(lesson, 5)).toEqual({
      problems: [],
      parts: [
        { kind: 'text', line: 5, markdown: '## Titolo\n\nTesto. {prassi}\n' },
        { kind: 'note', title: 'Da ricordare', line: 10, markdown: 'Uno. {F-001}' },
        { kind: 'steps', title: 'Come si fa', line: 13, markdown: '\n1. Primo. {prassi}' },
        {
          kind: 'case',
          title: 'Basilio arriva tardi',
          line: 18,
          markdown: 'Il racconto.\n',
          answer: { line: 21, markdown: 'La risposta. {F-001}' },
        },
        { kind: 'check', line: 25, yaml: 'question: Che cosa?' },
        { kind: 'text', line: 27, markdown: '\nFine. {prassi}\n' },
      ],
    })
  })

  test.each<[string, string, string[]]>([
    [
      'unknown',
      ':::riquadro Uno\nA\n:::',
      ['1: :::riquadro non si conosce: ci sono :::nota, :::attenzione, :::passi, :::caso, :::verifica, :::risposta'],
    ],
    ['without title', ':::nota\nA\n:::', ['1: manca il titolo: :::nota Titolo']],
    [
      'a self-check with a title',
      ':::verifica Uno\nA\n:::',
      ['1: :::verifica non ha un titolo: la domanda sta in «question»'],
    ],
    ['unclosed', 'A\n:::nota Uno\nB', ['2: :::nota non è chiuso: in fondo ci vuole una riga :::']],
    [
      'nested',
      ':::nota Uno\n:::attenzione Due\nB\n:::\n:::',
      ['2: :::nota non è chiuso prima di :::attenzione', '5: questa riga ::: non chiude nulla'],
    ],
    ['closing nothing', 'A\n:::', ['2: questa riga ::: non chiude nulla']],
    ['an answer outside a case', ':::risposta\nA\n:::', ['1: :::risposta sta dentro un :::caso, una volta sola']],
    [
      'two answers',
      ':::caso Uno\nA\n:::risposta\nB\n:::risposta\nC\n:::',
      ['5: :::caso non è chiuso prima di :::risposta', '5: :::risposta sta dentro un :::caso, una volta sola'],
    ],
  ])('%s', (_, markdown, expected) => {
    expect(splitLesson(markdown).problems.map(({ line, reason }) => `${line}: ${reason}`)).toEqual(expected)
  })

  test('nothing is lost, whatever the order of the lines', () => {
    const line = fc.constantFrom(
      'parola',
      '',
      ':::',
      ':::nota Uno',
      ':::caso Due',
      ':::risposta',
      ':::verifica',
      ':::altro',
      '## Titolo',
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { parts } = splitLesson(lines.join('\n'))
        const texts = parts.map((part) => {
          if (part.kind === 'check') return part.yaml
          return part.kind === 'case' ? `${part.markdown}\n${part.answer?.markdown ?? ''}` : part.markdown
        })
        const words = (text: string) => text.split('\n').filter((one) => one === 'parola' || one === '## Titolo').length
        expect(words(texts.join('\n'))).toBe(words(lines.join('\n')))
      }),
    )
  })
})
