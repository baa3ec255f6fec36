import type { EditionView } from '../edition-view'
import { flatSections, type NumberedSection } from '../rules/outline'
import { Cover, TableOfContents } from './front-matter'
import { GuidePart } from './guide-part'
import { ModulesPart } from './modules-part'
import { CoveragePart, SizingPart } from './plan-figures'
import { GlossaryPart, SourcesPart } from './reference-parts'
import { Sections } from './section'

type EditionTextProps = { view: EditionView; outline: readonly NumberedSection[] }

/** The whole edition: cover, table of contents, parts. */
export function EditionText({ view, outline }: EditionTextProps) {
  return (
    <Sections value={new Map(flatSections(outline).map((section) => [section.id, section]))}>
      <main id="edizione">
        <Cover view={view} />
        <TableOfContents outline={outline} />
        <GuidePart phases={view.phases} further={view.further} />
        <ModulesPart modules={view.modules} />
        <CoveragePart coverage={view.coverage} />
        <SizingPart sizing={view.sizing} />
        <GlossaryPart letters={view.glossary} />
        <SourcesPart groups={view.sources} />
      </main>
    </Sections>
  )
}
