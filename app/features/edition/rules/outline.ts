/** A section of the edition before it has its number. */
export type OutlineNode = { id: string; title: string; children?: OutlineNode[] }

/** A section with its number ("2.3.1") and the level of its heading. */
export type NumberedSection = {
  id: string
  number: string
  title: string
  level: number
  children: NumberedSection[]
}

/** The level of the headings of the parts: the title of the whole stands above them. */
const firstLevel = 2

/** Numbers sections within their own, from 1. */
export function numberSections(nodes: readonly OutlineNode[], above = '', level = firstLevel): NumberedSection[] {
  return nodes.map(({ id, title, children = [] }, index) => {
    const number = `${above}${index + 1}`
    return { id, number, title, level, children: numberSections(children, `${number}.`, level + 1) }
  })
}

/** All sections in reading order, those within others too. */
export function flatSections(sections: readonly NumberedSection[]): NumberedSection[] {
  return sections.flatMap((section) => [section, ...flatSections(section.children)])
}
