import { partIds } from './part-ids'

/**
 * HTML of a lesson or job aid as it stands in a book: no fold, no landmark, headings below the one above them, links
 * that stay within.
 *
 * @param html as renderLesson leaves it, its ids already those of no other text
 * @param under the level of the heading that it stands under
 * @param has whether the book has a place of this id; a link to anything else keeps its words alone
 */
export function boundHtml(html: string, under: number, has: (id: string) => boolean): string {
  return bindLinks(nestHeadings(unfold(html), under), has)
}

/** What a page opens and closes lies open; what a page names as a region, once for each lesson, is no landmark here. */
function unfold(html: string) {
  return html
    .replace(/<details[^>]*>/g, '<div class="ed-answer r-ui">')
    .replaceAll('</details>', '</div>')
    .replace(/<summary>([\s\S]*?)<\/summary>/g, '<p class="ed-answer-head">$1</p>')
    .replace(/<section([^>]*?) aria-labelledby="[^"]*"/g, '<section$1')
    .replaceAll('role="region"', 'role="group"')
}

/** A heading goes one level below that of the section it belongs to, so that none is left out; h6 is the last. */
function nestHeadings(html: string, under: number) {
  const open: number[] = []
  return html.replace(/<(\/?)h([1-6])\b/g, (_, slash: string, digit: string) => {
    const level = Number(digit)
    if (slash === '') {
      while ((open.at(-1) ?? 0) >= level) open.pop()
      open.push(level)
    }
    return `<${slash}h${Math.min(6, under + open.length)}`
  })
}

function bindLinks(html: string, has: (id: string) => boolean) {
  return html.replace(/<a\b([^>]*?)href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g, (link, before, href, after, words) => {
    if (!href.startsWith('/')) return link
    const id = placeOf(href)
    return id !== undefined && has(id) ? `<a${before}href="#${id}"${after}>${words}</a>` : words
  })
}

/** Where a page of the site stands in the book; undefined for those that are not in it. */
function placeOf(address: string): string | undefined {
  const [, page = '', item = ''] =
    /^\/(glossario#|fonti#|guida\/fasi\/|guida\/attivita\/|guida\/(?=ulteriori-attivita$))([\w.-]+)$/.exec(address) ??
    []
  switch (page) {
    case 'glossario#':
      return partIds.term(item)
    case 'fonti#':
      return partIds.fact(item)
    case 'guida/fasi/':
      return partIds.phase(item)
    case 'guida/attivita/':
      return partIds.activity(item)
    case 'guida/':
      return partIds.further
    default:
      return undefined
  }
}
