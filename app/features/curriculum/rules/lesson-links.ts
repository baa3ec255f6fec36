import { actIds, phaseNumbers, taskIds } from './act-matrix'

// A bar inside a link would end the cell of a table: while a text is parsed, this stands in its place.
const bar = '\uE000'

/** Makes links safe to stand in a table while Markdown is parsed. */
export function shieldLinks(markdown: string): string {
  return markdown.replace(/\[\[([^[\]|\n]+)\\?\|([^[\]]+)\]\]/g, `[[$1${bar}$2]]`)
}

/** A link of a lesson to term, phase, task or act; `words` when it is called otherwise. */
export type LessonLink = { target: string; words?: string }

const linkPattern = `\\[\\[([^[\\]|${bar}\\n]+)(?:[|${bar}]([^[\\]]+))?\\]\\]`
const linkAtStart = new RegExp(`^${linkPattern}`)

/** The link that a text begins with, and how much of the text it takes. */
export function linkAtStartOf(text: string): (LessonLink & { raw: string }) | undefined {
  const found = linkAtStart.exec(text)
  if (!found) return undefined
  const [raw, target = '', words] = found
  return { raw, target: target.trim(), ...(words && { words: words.trim() }) }
}

/** Every link of a text. */
export function findLinks(text: string): LessonLink[] {
  return [...text.matchAll(new RegExp(linkPattern, 'g'))].map(([, target = '', words]) => ({
    target: target.trim(),
    ...(words && { words: words.trim() }),
  }))
}

const phaseTargets = new Map(phaseNumbers.map((number) => [`fase-${number}`, number]))
const matrixIds: ReadonlySet<string> = new Set([...taskIds, ...actIds])

/** Where a phase, task or act stands in the guide, and what it is called in running text; undefined for a term. */
export function guidePlaceOf(target: string): { to: string; name: string } | undefined {
  const phase = phaseTargets.get(target)
  if (phase !== undefined) return { to: `/guida/fasi/${phase}`, name: `fase ${phase}` }
  return matrixIds.has(target) ? { to: `/guida/attivita/${target}`, name: target } : undefined
}

/** Why a link of a lesson leads nowhere. */
export function refuseLink(target: string, terms: ReadonlySet<string>): string[] {
  if (guidePlaceOf(target) || terms.has(target)) return []
  return [`il collegamento [[${target}]] non porta a un termine, una fase, un’attività o un compito`]
}

/** True when an address written in a text may become a link: a page of ours, or a site named in full. */
export function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(address) || /^\/(?![/\\])[^\s\\]*$/.test(address)
}
