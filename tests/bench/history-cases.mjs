// What the bench asks of the demo's history, once with the learners of the demo and once with 20,000.

/**
 * @typedef {{ name: string, path: string, who: string, expect?: number }} PageCase
 * @typedef {{ name: string, path: string, who: string, fields: Record<string, string> }} ExportCase
 */

/** The page whose growth issue C bounds: below two times from the demo's learners to 20,000. */
export const boundedCase = 'history: /cabina'

/** @type {PageCase[]} */
export const historyPages = [
  { name: boundedCase, path: '/cabina', who: 'direttore' },
  { name: 'history: /cabina, province', path: '/cabina?provincia=CO', who: 'direttore' },
  { name: 'history: /cabina/persone, province', path: '/cabina/persone?provincia=CO', who: 'direttore' },
  { name: 'history: trainer home', path: '/formazione', who: 'formatore' },
  { name: 'history: centre manager', path: '/centro', who: 'responsabile' },
]

/** @type {ExportCase[]} */
export const historyExports = ['csv', 'ods'].flatMap((formato) =>
  ['persone', 'sedi'].map((tabella) => ({
    name: `history: export ${tabella}, ${formato}`,
    path: '/cabina/esporta',
    who: 'direttore',
    fields: { tabella, formato },
  })),
)

/** Work on observations, by the demo's trainer. */
export const historyWork = [
  { name: 'history: save a draft', kind: 'save' },
  { name: 'history: sign an observation', kind: 'sign' },
]
