/** A piece of a guide: running text, or a picture that stands on its own between two paragraphs. */
export type GuidePart =
  | { kind: 'text'; markdown: string }
  | { kind: 'picture'; name: string; alt: string; caption: string }

/** A user guide as it was written. */
export type GuideText = { title: string; lead: string; parts: GuidePart[] }

const picture = /^!\[([^\]]*)\]\(\.\.\/pictures\/([\w-]+)\.webp "([^"]*)"\)$/

/**
 * Takes a guide apart: `# title`, the paragraph below it as lead, then text and pictures in their order. A picture is a
 * line of its own, `![what it shows](../pictures/name.webp "caption")`.
 */
export function readGuideText(markdown: string): GuideText {
  const [first = '', lead = '', ...blocks] = markdown.trim().split(/\n{2,}/)
  const parts: GuidePart[] = []
  for (const block of blocks) {
    const [, alt, name, caption] = picture.exec(block) ?? []
    const last = parts.at(-1)
    if (alt !== undefined && name !== undefined && caption !== undefined) {
      parts.push({ kind: 'picture', name, alt, caption })
    } else if (last?.kind === 'text') {
      last.markdown += `\n\n${block}`
    } else {
      parts.push({ kind: 'text', markdown: block })
    }
  }
  return { title: first.replace(/^# /, ''), lead, parts }
}
