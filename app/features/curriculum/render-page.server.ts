import { marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const sanitizing: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'a',
    'br',
    'blockquote',
    'small',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'class', 'aria-label'], small: ['class'], th: ['scope'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
}

/** HTML of a Markdown text: markers of facts become links to the page of sources, the others vanish. */
export function renderMarkdown(markdown: string): string {
  const linked = markdown.replace(/ *\{(rotta|prassi|F-\d{3}(?:, F-\d{3})*)\}(?=\s*(?:\||$))/gm, (_, mark: string) =>
    mark.startsWith('F-') ? ` <small class="r-ui">${mark.split(', ').map(factLink).join(' ')}</small>` : '',
  )
  return sanitizeHtml(marked.parse(linked, { async: false }), sanitizing)
}

function factLink(id: string) {
  return `<a class="text-nowrap" href="/fonti#${id}" aria-label="Fonte ${id}">${id}</a>`
}
