import type { Content } from '~/features/curriculum/read-content.server'
import type { Statement } from '~/features/curriculum/statement.schema'
import { whomNames } from './whom'

/** What kind of page a result leads to, in the words shown. */
export type ResultKind =
  | 'Fase'
  | 'Caso particolare'
  | 'Attività del Navigator'
  | 'Compito del CPI'
  | 'Termine'
  | 'Fonte'
  | 'Pagina'
  | 'Lezione'
  | 'Modulo'

/** One page, or part of a page, that can be found. */
export type SearchDocument = {
  /** Its address. */
  to: string
  kind: ResultKind
  title: string
  /** Of a lesson: the title of its module. */
  within?: string
  keywords: string[]
  sentences: string[]
  /** Ids of the matrix (`F5.3`) and phases (`fase-6`) that find it first, when a query names them. */
  names?: readonly string[]
}

/** Ways of saying the same: those of the desk, and acronyms with their long forms. */
export function synonymsOf({ synonyms, terms }: Pick<Content, 'synonyms' | 'terms'>): readonly (readonly string[])[] {
  return [...synonyms, ...terms.flatMap((term) => (term.expansion ? [[term.term, term.expansion]] : []))]
}

/** All that can be found in the guide. */
export function composeSearchDocuments(content: Content): SearchDocument[] {
  return [
    ...phaseDocuments(content),
    ...activityDocuments(content),
    ...termDocuments(content),
    ...pageDocuments(content),
    ...factDocuments(content),
  ]
}

function phaseDocuments({ phases }: Content): SearchDocument[] {
  return phases.flatMap((phase) => {
    const to = `/guida/fasi/${phase.number}`
    const page: SearchDocument = {
      to,
      kind: 'Fase',
      names: [`fase-${phase.number}`],
      title: `Fase ${phase.number}, ${phase.title}`,
      keywords: [phase.shortTitle, ...phase.keywords],
      sentences: [
        ...texts(phase.lead),
        ...phase.deadlines.map(({ value, text }) => `${value} ${text}`),
        ...texts([...phase.beneficiary, ...phase.notes, ...phase.tools]),
      ],
    }
    const cases = phase.specialCases.map(
      (item): SearchDocument => ({
        to: `${to}#${item.id}`,
        kind: 'Caso particolare',
        title: `${item.title} (fase ${phase.number})`,
        keywords: item.keywords,
        sentences: [item.beneficiary, ...texts(item.explain)],
      }),
    )
    return [page, ...cases]
  })
}

function activityDocuments({ phases }: Content): SearchDocument[] {
  return phases.flatMap((phase) => [
    ...phase.tasks.map(
      (task): SearchDocument => ({
        to: `/guida/attivita/${task.id}`,
        kind: 'Attività del Navigator',
        names: [task.id],
        title: `${task.id} ${task.title}`,
        keywords: [...task.keywords, `${task.verb} ${whomNames[task.alongside]}`],
        sentences: [task.does, ...texts([...task.purpose, ...task.steps, ...task.limits])],
      }),
    ),
    ...phase.acts.map(
      (act): SearchDocument => ({
        to: `/guida/attivita/${act.id}`,
        kind: 'Compito del CPI',
        names: [act.id],
        title: `${act.id} ${act.title}`,
        keywords: act.keywords,
        sentences: [act.does, ...texts([...act.purpose, ...act.steps, ...act.watch])],
      }),
    ),
  ])
}

function termDocuments({ terms }: Content): SearchDocument[] {
  return terms.map((term) => ({
    to: `/glossario#${term.slug}`,
    kind: 'Termine',
    title: term.expansion ? `${term.term}, ${term.expansion}` : term.term,
    keywords: term.variants,
    sentences: texts(term.definition),
  }))
}

function pageDocuments({ furtherActivities, pages }: Content): SearchDocument[] {
  const running = Object.entries(pages).map(
    ([name, { title, lead, markdown }]): SearchDocument => ({
      to: `/${name}`,
      kind: 'Pagina',
      title,
      keywords: [],
      sentences: [lead, ...sentencesOf(markdown)],
    }),
  )
  return [
    {
      to: '/guida/ulteriori-attivita',
      kind: 'Pagina',
      title: furtherActivities.title,
      keywords: furtherActivities.keywords,
      sentences: texts([...furtherActivities.lead, ...furtherActivities.notes]),
    },
    {
      to: '/guida',
      kind: 'Pagina',
      title: 'Guida alle nove fasi',
      keywords: ['elenco delle fasi', 'percorso', 'le 21 attività del Navigator', 'matrice'],
      sentences: ['Che cosa fanno la persona, il CPI e il Navigator in ciascuna delle nove fasi.'],
    },
    {
      to: '/fonti',
      kind: 'Pagina',
      title: 'Fonti',
      keywords: ['norme', 'leggi', 'decreti', 'circolari', 'riferimenti normativi', 'bibliografia', 'dove è scritto'],
      sentences: ['Le fonti delle norme e dei fatti su cui si basano guida e glossario.'],
    },
    {
      to: '/glossario',
      kind: 'Pagina',
      title: 'Glossario',
      keywords: ['sigle', 'parole', 'significato', 'definizioni', 'vocabolario'],
      sentences: ['Le parole e le sigle del percorso, spiegate in breve.'],
    },
    ...running,
  ]
}

function factDocuments({ facts, sources }: Content): SearchDocument[] {
  const titles = new Map(sources.map((source) => [source.id, source.title]))
  return facts.map((fact) => ({
    to: `/fonti#${fact.id}`,
    kind: 'Fonte',
    title: `${fact.id}, ${[titles.get(fact.sources[0] ?? ''), fact.cite].filter(Boolean).join(', ')}`,
    keywords: [],
    sentences: [fact.statement],
  }))
}

function texts(statements: readonly Pick<Statement, 'text'>[]): string[] {
  return statements.map(({ text }) => text)
}

/** The lines of a Markdown text as plain sentences. */
function sentencesOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/\{[^}]*\}/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/^[#>\-\s]+|[*_`|]/g, '')
        .trim(),
    )
    .filter(Boolean)
}
