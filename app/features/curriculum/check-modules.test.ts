import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { brokenEdition } from '../../../tests/setup/broken-edition'
import { writeModule } from '../../../tests/setup/editions'

const { folder, pathOf, change, changeFile, problems } = brokenEdition()

test('the small edition is sound', () => {
  expect(problems()).toEqual([])
})

describe('files', () => {
  test('folders and files that are missing or that nobody asked for', () => {
    rmSync(pathOf('modules/primo-colloquio/lessons/accogliere.md'))
    rmSync(pathOf('modules/primo-colloquio/questions.yaml'))
    writeFileSync(pathOf('modules/primo-colloquio/domande.yaml'), '[]')
    writeFileSync(pathOf('modules/primo-colloquio/lessons/altra.md'), '---\ntitle: Altra\n---\n')
    writeFileSync(pathOf('modules/primo-colloquio/lessons/nota.txt'), '')
    writeFileSync(pathOf('modules/.nascosto'), '')
    mkdirSync(pathOf('modules/Con Maiuscole'))
    expect(problems()).toEqual(
      expect.arrayContaining([
        'modules/Con Maiuscole:1: nel nome della cartella di un modulo usa solo minuscole, cifre e trattini',
        'domande.yaml:1: un modulo non ha un file con questo nome',
        'lessons/altra.md:1: la lezione non è nell’elenco «lessons» di module.yaml',
        'lessons/nota.txt:1: fra le lezioni ci sono solo file .md',
        'module.yaml:20: manca il file della lezione: lessons/accogliere.md',
        'questions.yaml:1: il file manca o non si può leggere',
      ]),
    )
    expect(problems().some((line) => line.includes('.nascosto'))).toBe(false)
  })

  test('no modules at all', () => {
    rmSync(pathOf('modules'), { recursive: true })
    expect(problems()).toEqual(['modules:1: la cartella non ha moduli'])
  })

  test('form, activities and job aid may be left out', () => {
    for (const name of ['form.yaml', 'activities.yaml', 'job-aid.md']) rmSync(pathOf(`modules/primo-colloquio/${name}`))
    change('module.yaml', 'observation:\n  required: 2\n  observers: 1\n  cutPercent: 70\n', '')
    for (const name of ['modules/primo-colloquio/module.yaml', 'plan.yaml']) {
      changeFile(name, 'collaborative: 1.5', 'collaborative: 0')
      changeFile(name, 'collaborative: 1.5', 'collaborative: 0')
    }
    expect(problems()).toEqual([])
  })

  test('fields that are missing, unknown or of the wrong kind', () => {
    const short = change('module.yaml', 'Primo colloquio', 'Un titolo troppo lungo per la fermata')
    const half = change('module.yaml', 'onTheJob: 4', 'onTheJob: 4.25')
    const level = change('questions.yaml', 'level: apply', 'level: capire')
    const extra = change('form.yaml', 'partly: Lo fa dopo', 'parlty: Lo fa dopo')
    const minutes = change('lessons/accogliere.md', 'minutes: 3', 'minutes: cinque')
    expect(problems()).toEqual([
      'form.yaml:4: criteria.0.partly: manca il campo «partly»',
      `form.yaml:${extra}: criteria.0: campo sconosciuto: «parlty»`,
      `lessons/accogliere.md:${minutes}: minutes: qui ci vuole un numero`,
      `module.yaml:${short}: shortTitle: il titolo breve ha al massimo 24 caratteri`,
      `module.yaml:${half}: hours.navigator.onTheJob: le ore sono intere o mezze`,
      `questions.yaml:${level}: 0.level: valore non ammesso: scegli fra remember, understand, apply`,
    ])
  })
})

test('how many options a question has, and a self-check', () => {
  const two = change('questions.yaml', '    - { id: c, text: Telefona }\n', '')
  const five = change('lessons/verificare.md', '    right: true\n', '')
  change('lessons/verificare.md', '  - text: Rimanda la persona a casa\n    why: Si può fare subito.\n', '')
  expect(problems()).toEqual([`questions.yaml:${two - 2}: 0.options: servono almeno 3 voci`])
  change(
    'questions.yaml',
    '    - { id: b, text: Aspetta molto }\n',
    '    - { id: b, text: Aspetta molto }\n    - { id: c, text: Ora }\n',
  )
  expect(problems()).toEqual([`lessons/verificare.md:${five - 1}: options: servono almeno 2 voci`])
})

describe('plan and targets', () => {
  test('other totals than the sums of the modules', () => {
    const line = changeFile('plan.yaml', 'onTheJob: 4', 'onTheJob: 5')
    expect(problems()).toEqual([`plan.yaml:${line}: navigator, onTheJob: il piano dichiara 5 ore, i moduli ne fanno 4`])
  })

  test('a gap in what the plan is declared to cover, for any profile that takes its modules', () => {
    const line = changeFile('plan.yaml', 'covers: []', 'covers: [task, act, lep]')
    const found = problems()
    // The small module trains, tests and observes one of the 21 tasks and of the 32 acts, and trains one of the 18 LEP.
    expect(found).toHaveLength(20 + 31 + 17)
    expect(found).toContain(
      `plan.yaml:${line}: F3.C2 non è coperto: nessun modulo, meno di 4 domande, meno di 2 criteri`,
    )
    expect(found.filter((problem) => /F3\.1 |F3\.C1 |lep-did /.test(problem))).toEqual([])
  })

  test('what is covered no more is named: too few questions, too few criteria', () => {
    const line = changeFile('plan.yaml', 'covers: []', 'covers: [act]')
    for (let time = 0; time < 3; time += 1) change('questions.yaml', 'tests: [F3.1, F3.C1]', 'tests: [F3.1]')
    for (let time = 0; time < 5; time += 1) change('form.yaml', 'observes: [F3.1, F3.C1]', 'observes: [F3.1]')
    expect(problems()).toContain(`plan.yaml:${line}: F3.C1 non è coperto: meno di 4 domande, meno di 2 criteri`)
  })

  test('a module without folder, or twice; one outside the plan does not count in its sums', () => {
    writeModule(folder(), 'fuori-piano')
    const line = changeFile('plan.yaml', '[primo-colloquio]', '[primo-colloquio, assente, primo-colloquio]')
    expect(problems().filter((problem) => problem.startsWith('plan.yaml'))).toEqual(
      expect.arrayContaining([
        `plan.yaml:${line}: il modulo «assente» non ha la sua cartella in modules/`,
        `plan.yaml:${line}: «primo-colloquio» c’è già`,
      ]),
    )
  })

  test('a target twice, or on a fact that is not there', () => {
    const twice = changeFile('targets.yaml', 'id: art5-piano', 'id: lep-did')
    const fact = changeFile('targets.yaml', 'facts: [F-009]', 'facts: [F-999]')
    expect(problems()).toEqual([
      `targets.yaml:${twice}: «lep-did» c’è già`,
      `targets.yaml:${fact}: il fatto F-999 non esiste`,
    ])
  })
})

describe('a module', () => {
  test('what it trains, its objectives and its prerequisites', () => {
    const task = change('module.yaml', 'tasks: [F3.1]', 'tasks: [F3.1, F3.7]')
    const prerequisite = change('module.yaml', 'prerequisites: []', 'prerequisites: [assente]')
    const objective = change('module.yaml', '  - id: O2', '  - id: O3\n    text: Nessuno lo insegna\n  - id: O2')
    const see = change('lessons/accogliere.md', 'see: [fase-3, F3.1]', 'see: [fase-3, F3.8]')
    const unknown = change('lessons/verificare.md', 'objectives: [O2]', 'objectives: [O2, O9]')
    expect(problems()).toEqual([
      `lessons/accogliere.md:${see}: F3.8 non è nella guida`,
      `lessons/verificare.md:${unknown}: l’obiettivo O9 non è del modulo`,
      `module.yaml:${prerequisite}: il modulo: «assente» non esiste`,
      `module.yaml:${task}: che cosa forma: «F3.7» non esiste`,
      `module.yaml:${objective}: nessuna lezione ha l’obiettivo O3`,
      `module.yaml:${objective}: nessuna domanda ha l’obiettivo O3`,
    ])
  })

  test('modules that ask for each other', () => {
    writeModule(folder(), 'secondo')
    const line = change('module.yaml', 'prerequisites: []', 'prerequisites: [secondo]')
    changeFile('modules/secondo/module.yaml', 'prerequisites: []', 'prerequisites: [primo-colloquio]')
    expect(problems()).toContain(
      `module.yaml:${line}: i requisiti tornano al punto di partenza: primo-colloquio → secondo → primo-colloquio`,
    )
  })

  test('hours, test and observation', () => {
    const online = change('module.yaml', 'exerciseMinutes: 20', 'exerciseMinutes: 0') && 5
    const cell = change('module.yaml', 'level: apply, count: 1', 'level: remember, count: 1')
    const cut = change('module.yaml', 'cut: 1', 'cut: 3')
    const minutes = change('lessons/accogliere.md', 'minutes: 3', 'minutes: 50')
    change('activities.yaml', 'minutes: 90', 'minutes: 60')
    rmSync(pathOf('modules/primo-colloquio/form.yaml'))
    const found = problems()
    expect(found).toEqual(
      expect.arrayContaining([
        `module.yaml:${cell}: il test estrae 1 domanda su O1 (remember), ma ne restano 0`,
        `module.yaml:${cut}: le risposte giuste che servono sono 3, le domande 2`,
        `module.yaml:${online}: 90 minuti collaborativi, ma le attività ne fanno 60`,
      ]),
    )
    expect(found.some((line) => line.startsWith('module.yaml:5: 30 minuti in rete sono troppi'))).toBe(true)
    expect(found.some((line) => line.startsWith(`lessons/accogliere.md:${minutes}: 50 minuti non tornano`))).toBe(true)
    expect(found.some((line) => line.endsWith('il modulo chiede osservazioni, ma non ha la scheda (form.yaml)'))).toBe(
      true,
    )
  })
})

describe('questions, criteria, activities', () => {
  test('a question that cannot be put', () => {
    const key = change('questions.yaml', 'key: a', 'key: d')
    const twice = change('questions.yaml', '- id: Q02', '- id: Q01')
    const tests = change('questions.yaml', 'tests: [F3.1, F3.C1]', 'tests: [F3.1, F9.C1]')
    const objective = change('questions.yaml', 'objective: O2', 'objective: O7')
    const above = change('questions.yaml', 'text: Telefona', 'text: Nessuna delle precedenti')
    expect(problems()).toEqual(
      [
        [key, 'la risposta giusta «d» non è fra le risposte'],
        [twice, '«Q01» c’è già'],
        [tests, '«F9.C1» non è fra ciò che il modulo forma («trains» di module.yaml)'],
        [objective, 'l’obiettivo O7 non è del modulo'],
        [above, '«Nessuna delle precedenti» non dice nulla da sé: scrivi una risposta'],
      ]
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([line, reason]) => `questions.yaml:${line}: ${reason}`),
    )
  })

  test('stems nearly alike, in two modules', () => {
    writeModule(folder(), 'secondo')
    const stems = problems().filter((line) => line.includes('quasi lo stesso'))
    expect(stems).toHaveLength(6)
    expect(stems[0]).toBe('modules/secondo/questions.yaml:5: chiede quasi lo stesso di Q01 di primo-colloquio')
  })

  test('ground of questions, criteria and activities', () => {
    const later = change('questions.yaml', 'facts: [F-027]', 'facts: [F-072]')
    const nothing = change('questions.yaml', '  facts: [F-027]\n', '')
    const norm = change('form.yaml', 'met: Lo fa subito', 'met: Aspetta 30 giorni')
    const both = change('activities.yaml', 'practice: true', 'practice: true\n  facts: [F-027]')
    expect(problems()).toEqual([
      'activities.yaml:1: ha sia «facts» sia «practice»: ne serve uno solo',
      `form.yaml:${norm + 3}: la buona pratica suona come una norma («30 giorni»): indica il fatto`,
      `questions.yaml:${later}: il fatto F-072 è successivo all’atto: non si verifica in una domanda`,
      `questions.yaml:${nothing - 11}: non ha né «facts» né «practice»: ne serve uno`,
    ])
    expect(both).toBeGreaterThan(1)
  })

  test('a form with too few criteria, or that observes what the module does not train', () => {
    const observes = change('form.yaml', 'observes: [F3.1, F3.C1]', 'observes: [F3.1, F4.C1]')
    const last = readFileSync(pathOf('modules/primo-colloquio/form.yaml'), 'utf8').indexOf('  - id: C6')
    writeFileSync(
      pathOf('modules/primo-colloquio/form.yaml'),
      readFileSync(pathOf('modules/primo-colloquio/form.yaml'), 'utf8').slice(0, last),
    )
    expect(problems()).toEqual([
      'form.yaml:4: i criteri sono 5: ce ne vogliono da 6 a 12',
      `form.yaml:${observes}: «F4.C1» non è fra ciò che il modulo forma («trains» di module.yaml)`,
    ])
  })
})

describe('the final test', () => {
  const write = (blueprint: string, rest = 'cut: 2') =>
    writeFileSync(
      pathOf('final-test.yaml'),
      `title: Test finale\nshortTitle: Test finale\nsummary: Alla fine.\nblueprint:\n${blueprint}${rest}\nattempts: 2\nwaitHours: [24]\n`,
    )

  test('draws from the modules of the plan', () => {
    write('  - { module: primo-colloquio, level: apply, count: 1 }\n  - { module: primo-colloquio, count: 1 }\n')
    expect(problems()).toEqual([])
  })

  test('asks each module of the plan, no other, and no more than the bank has', () => {
    write('  - { module: altro-modulo, count: 1 }\n', 'cut: 1')
    expect(problems()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^final-test.yaml:5: il test finale non chiede nulla di «primo-colloquio»/),
        expect.stringMatching(/^final-test.yaml:5: «altro-modulo» non è nel piano/),
      ]),
    )
    write('  - { module: primo-colloquio, count: 7 }\n', 'cut: 8')
    expect(problems()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/7 domande su primo-colloquio, ma ne restano 6/),
        expect.stringMatching(/le risposte giuste che servono sono 8, le domande 7/),
      ]),
    )
  })
})
