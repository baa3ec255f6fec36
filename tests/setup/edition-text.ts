const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
}

/** The words of a piece of HTML as a reader meets them, spaces made one. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
}

export type Heading = { level: number; id: string | undefined; number: string | undefined; words: string }

/** The headings of an edition in their order; `number` for the sections that have one. */
export function headingsOf(html: string): Heading[] {
  return [...html.matchAll(/<h([1-6])(?: id="([^"]*)")?[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, level, id, inner = '']) => ({
    level: Number(level),
    id,
    number: /<span class="ed-no">([\d.]+)<\/span>/.exec(inner)?.[1],
    words: wordsOf(inner).trim(),
  }))
}

export function idsOf(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)
}

export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href = '']) => href)
}

/** The ids that the table of contents leads to. */
export function contentsOf(html: string): string[] {
  const nav = /<nav class="ed-contents"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
  return linksOf(nav).map((href) => href.replace('#', ''))
}
