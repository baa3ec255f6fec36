import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeProblem } from '~/platform/content/unusable-content'
import { checkContent } from './check-content.server'

test('the content of this repository has no problem', () => {
  const check = checkContent('content')
  expect(check.ok ? [] : check.problems.map(describeProblem)).toEqual([])
  expect(check).toMatchObject({ totals: { phases: 9, tasks: 21, acts: 32 } })
})

describe('a broken content', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rotta-content-'))
    cpSync('content', folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Replaces the first `from` of a file, and returns the line it stands on. */
  function change(name: string, from: string | RegExp, to: string): number {
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    const at = typeof from === 'string' ? text.indexOf(from) : text.search(from)
    expect(at).toBeGreaterThan(-1)
    writeFileSync(file, text.replace(from, to))
    return text.slice(0, at).split('\n').length
  }

  function problems(): string[] {
    const check = checkContent(folder)
    return check.ok ? [] : check.problems.map(describeProblem).map((line) => line.replace(`${folder}/`, ''))
  }

  test('YAML that cannot be read', () => {
    const line = change('guide/fase-5.yaml', 'shortTitle: Firma del Patto', 'shortTitle: "Firma')
    const found = problems()
    expect(found[0]).toMatch(/^guide\/fase-5\.yaml:\d+: YAML non valido: /)
    expect(Number(found[0]?.split(':')[1])).toBeGreaterThanOrEqual(line)
  })

  test('a field that is missing, misspelt or of the wrong kind', () => {
    const missing = change('edition.yaml', /name: .*\n/, '')
    const misspelt = change('guide/fase-2.yaml', 'shortTitle', 'shorttitle')
    const wrong = change('guide/fase-3.yaml', 'inMatrix: true', 'inMatrix: forse')
    expect(problems()).toEqual([
      `edition.yaml:${missing}: name: manca il campo «name»`,
      'guide/fase-2.yaml:1: shortTitle: manca il campo «shortTitle»',
      `guide/fase-2.yaml:${misspelt}: campo sconosciuto: «shorttitle»`,
      `guide/fase-3.yaml:${wrong}: inMatrix: qui ci vuole true o false`,
    ])
  })

  test('a file that is not there', () => {
    rmSync(join(folder, 'guide/fase-8.yaml'))
    expect(problems()).toEqual(['guide/fase-8.yaml:1: il file manca o non si può leggere'])
  })

  test('facts that do not exist or are barred', () => {
    const barred = /id: (F-\d{3})\n {2}mark: memory/.exec(readFileSync('content/facts/e-sanzioni.yaml', 'utf8'))?.[1]
    const unknown = change('guide/fase-2.yaml', 'facts: [F-026]', 'facts: [F-999]')
    const memory = change('guide/fase-4.yaml', /facts: \[F-\d{3}\]/, `facts: [${barred}]`)
    const page = change('pages/storia.md', /\{F-050\}/, '{F-998}')
    expect(problems()).toEqual([
      `guide/fase-2.yaml:${unknown}: il fatto F-999 non esiste`,
      `guide/fase-4.yaml:${memory}: il fatto ${barred} è escluso: viene dalla memoria, senza fonte`,
      `pages/storia.md:${page}: il fatto F-998 non esiste`,
    ])
  })

  test('what came after the act, told without saying so', () => {
    const line = change('guide/fase-5.yaml', /facts: \[F-086\]\n +later: true/, 'facts: [F-086]')
    expect(problems()).toEqual([
      `guide/fase-5.yaml:${line}: il fatto F-086 è successivo all’atto: aggiungi «later: true»`,
    ])
  })

  test('a sentence on nothing, on both, or advice that sounds like a norm', () => {
    const line = change('guide/fase-5.yaml', 'practice: true', 'practice: true\n        facts: [F-031]')
    const norm = change(
      'guide/ulteriori-attivita.yaml',
      /text: Per queste.*\n {4}facts: .*/,
      'text: Va fatto entro 10 giorni.\n    practice: true',
    )
    const page = change('pages/privacy.md', ' {rotta}', '')
    expect(problems()).toEqual([
      `guide/fase-5.yaml:${line - 1}: la frase ha sia «facts» sia «practice»: ne serve uno solo`,
      `guide/ulteriori-attivita.yaml:${norm}: il consiglio di buona pratica suona come una norma («10 giorni»): indica il fatto`,
      `pages/privacy.md:${page}: il testo non finisce con un segno: {F-001}, {prassi} o {rotta}`,
    ])
  })

  test('an id of the matrix that is missing, and links on one side only', () => {
    const act = change('guide/fase-7.yaml', 'id: F7.C1', 'id: F7.C2')
    const found = problems()
    expect(found.some((line) => line.endsWith('manca il compito F7.C1 della matrice'))).toBe(true)
    expect(found).toContain(`guide/fase-7.yaml:${act}: il compito F7.C2 non è nella matrice di questa fase`)
    expect(found.some((line) => line.includes('F7.C1 non esiste'))).toBe(true)
  })

  test('links on one side only', () => {
    const text = readFileSync('content/guide/fase-5.yaml', 'utf8')
    expect(text).toContain('tasks: [F5.1]')
    change('guide/fase-5.yaml', 'tasks: [F5.1]', 'tasks: []')
    const line = text.slice(0, text.indexOf('acts: [F5.C1]')).split('\n').length
    expect(problems()).toEqual([`guide/fase-5.yaml:${line}: F5.1 rinvia a F5.C1, ma F5.C1 non rinvia a F5.1`])
  })

  test('ids that stand twice, terms and sources that are not there', () => {
    const twice = change('facts/a-convenzione.yaml', /- id: F-002/, '- id: F-001')
    const term = change('guide/fase-5.yaml', 'terms: [patto-per-il-lavoro', 'terms: [patto-inesistente')
    const see = change('glossary.yaml', /see: \[[a-z-]+/, 'see: [pri-inesistente')
    const source = change('facts/b-requisiti.yaml', /sources: \[/, 'sources: [NESSUNA, ')
    expect(problems()).toEqual(
      expect.arrayContaining([
        `facts/a-convenzione.yaml:${twice}: «F-001» c’è già`,
        `facts/b-requisiti.yaml:${source}: la fonte «NESSUNA» non esiste`,
        `glossary.yaml:${see}: il termine «pri-inesistente» non esiste`,
        `guide/fase-5.yaml:${term}: il termine «patto-inesistente» non esiste`,
      ]),
    )
  })
})
