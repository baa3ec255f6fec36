import { renderToStaticMarkup } from 'react-dom/server'
import type { Day } from '~/lib/dates'
import { latestKept } from '~/lib/latest-kept'
import { EditionText } from './components/edition-text'
import { composeEdition } from './compose-edition.server'
import type { EditionSource } from './edition.server'
import type { EditionView } from './edition-view'
import { editionOutline, ownPages } from './rules/edition-outline'
import { flatSections } from './rules/outline'
import { pageRules } from './rules/page-rules'

/** An edition rendered: its text, and what the margins of its pages say. */
export type Edition = { title: string; fileName: string; main: string; pageRules: string; sections: number }

// The version in force and the one under review are what is read; of a megabyte or two each.
const kept = latestKept<Edition>(3)

/**
 * The edition of a version, rendered once for each day, state and revision: content and frozen rows do not change
 * while the server runs.
 */
export function renderEdition({ version, composition }: EditionSource, day: Day): Promise<Edition> {
  const { id, state, revision } = version
  return kept([id, state, revision, day].join(' '), async () => render(await composeEdition(version, composition, day)))
}

/** The edition of what is there to print. */
function render(view: EditionView): Edition {
  const { version, title, documentHash } = view
  const mark = documentHash ? `impronta ${documentHash.slice(0, 16)}…` : 'bozza'
  const outline = editionOutline(view)
  return {
    title: `${title}, versione ${version.number}, edizione di lettura`,
    fileName: `piano-versione-${version.number}-edizione.html`,
    main: renderToStaticMarkup(<EditionText view={view} outline={outline} />),
    pageRules: pageRules(`${title}, versione ${version.number}, ${mark}`, ownPages(outline)),
    sections: flatSections(outline).length,
  }
}
