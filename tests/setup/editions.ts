import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The files of a small module, sound in itself: two lessons, six questions, a form, an activity, a job aid. */
const smallModule = {
  'module.yaml': `title: Il primo colloquio
shortTitle: Primo colloquio
summary: Accogliere la persona.
hours:
  navigator: { online: 0.5, classroom: 2, remote: 0, collaborative: 1.5, onTheJob: 4 }
  operatore: { online: 0.5, classroom: 2, remote: 0, collaborative: 1.5, onTheJob: 2 }
prerequisites: []
phases: [3]
trains:
  tasks: [F3.1]
  acts: [F3.C1]
  leps: [lep-did]
  topics: []
  areas: []
objectives:
  - id: O1
    text: Accogliere la persona
  - id: O2
    text: Verificare la DID
lessons: [accogliere, verificare]
exerciseMinutes: 20
assessment:
  blueprint:
    - { objective: O1, level: apply, count: 1 }
    - { objective: O2, count: 1 }
  cut: 1
  attempts: 3
  waitHours: [1, 24]
observation:
  required: 2
  observers: 1
  cutPercent: 70
`,
  'lessons/accogliere.md': `---
title: Accogliere
lead: Alla fine sai accogliere la persona.
minutes: 3
objectives: [O1]
see: [fase-3, F3.1]
---

## Perché conta

L’operatore accoglie la persona e verifica la [[did]]. {F-027}

Saluta e di’ chi sei. {prassi}

:::verifica
question: Chi accoglie la persona?
options:
  - text: L’operatore
    right: true
    why: È il suo compito nella fase 3.
  - text: Il Navigator da solo
    why: Il Navigator affianca.
facts: [F-027]
:::
`,
  'lessons/verificare.md': `---
title: Verificare
lead: Alla fine sai verificare la DID.
minutes: 3
objectives: [O2]
see: [F3.C4]
---

## Come si fa

:::passi I passi
1. Guarda se la DID c’è. {F-027}
2. Rileggila con la persona. {prassi}
:::

:::caso Basilio non ha la DID
Basilio arriva senza.

:::risposta
L’operatore la compila con lui. {F-027}
:::

:::verifica
question: Che cosa fa l’operatore se la DID manca?
options:
  - text: La compila con la persona
    right: true
    why: Si compila insieme.
  - text: Rimanda la persona a casa
    why: Si può fare subito.
facts: [F-027]
:::
`,
  'questions.yaml': [
    'Una persona entra senza avviso. Che cosa fa subito chi accoglie?',
    'Manca la dichiarazione di disponibilità: come si procede?',
    'Quale parola apre bene un incontro?',
    'Dove si controlla lo stato occupazionale?',
    'La stanza è occupata, il colloquio comincia fra poco: chi avvisa?',
    'Da quale documento parte la verifica?',
  ]
    .map(
      (stem, index) => `- id: Q0${index + 1}
  objective: ${index % 2 === 0 ? 'O1' : 'O2'}
  level: apply
  tests: [F3.1, F3.C1]
  stem: "${stem}"
  options:
    - { id: a, text: Accoglie }
    - { id: b, text: Aspetta molto }
    - { id: c, text: Telefona }
  key: a
  explanation: Accogliere viene prima.
  facts: [F-027]
`,
    )
    .join(''),
  'form.yaml': `title: Osservare il primo colloquio
settings: [Allo sportello]
criteria:
${['C1', 'C2', 'C3', 'C4', 'C5', 'C6']
  .map(
    (id, index) => `  - id: ${id}
    critical: ${index < 2}
    observes: [F3.1, F3.C1]
    operatore: Saluta e dice chi è
    navigator: Affianca l’operatore mentre saluta
    met: Lo fa subito
    partly: Lo fa dopo
    notMet: Tace
    practice: true
`,
  )
  .join('')}`,
  'activities.yaml': `- id: A1
  title: Prova a coppie
  minutes: 90
  purpose: Provare il saluto.
  steps: [Uno saluta., L’altro ascolta.]
  product: Un foglio.
  trainer: Ascolta.
  practice: true
`,
  'job-aid.md': `---
title: Il primo colloquio in una pagina
lead: Da tenere allo sportello.
---

## Prima

- Saluta. {prassi}
`,
}

const smallPlan = `title: Piano di prova
modules: [primo-colloquio]
classSize: 12
covers: []
totals:
  navigator: { online: 0.5, classroom: 2, remote: 0, collaborative: 1.5, onTheJob: 4 }
  operatore: { online: 0.5, classroom: 2, remote: 0, collaborative: 1.5, onTheJob: 2 }
`

/**
 * Another edition than the repository's, in a folder of its own: its guide, facts, glossary and targets, and a plan of
 * one small module, `primo-colloquio`.
 */
export function makeEdition(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rotta-edition-'))
  const ownPlan = [join('content', 'modules'), join('content', 'final-test.yaml')]
  cpSync('content', folder, { recursive: true, filter: (source) => !ownPlan.includes(source) })
  writeFileSync(join(folder, 'plan.yaml'), smallPlan)
  writeModule(folder, 'primo-colloquio')
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Writes the small module into an edition, under a name of its own. */
export function writeModule(folder: string, slug: string) {
  const module = join(folder, 'modules', slug)
  mkdirSync(join(module, 'lessons'), { recursive: true })
  for (const [name, text] of Object.entries(smallModule)) writeFileSync(join(module, name), text)
}
