import { Marked, type RendererObject, type TokenizerAndRendererExtension, type Tokens } from 'marked'
import sanitizeHtml from 'sanitize-html'
import { foldText } from '~/lib/fold-text'
import { plainText } from './markdown-blocks'
import { guidePlaceOf, isSafeAddress, linkAtStartOf } from './rules/lesson-links'
import { nextReference, referenceAtStartOf } from './rules/markdown-marker'

export type LessonHeading = { id: string; text: string }

/** What is remembered from one piece of a lesson to the next. */
export type LessonMemory = {
  /** Names of the glossary by their slugs. */
  terms: ReadonlyMap<string, string>
  /** Terms that were already linked. */
  mentioned: Set<string>
  /** The second-level headings, in order. */
  headings: LessonHeading[]
  usedIds: Set<string>
  /** What it rests on, in the order in which it is met. */
  facts: Set<string>
  tables: number
  /** What a sentence rests on is shown at its end, as numbers of the list of facts. */
  numbered: boolean
  /** While the story of a case is rendered: what asks its reader stands apart from it. */
  inStory: boolean
}

/** Text that stands between tags, or in an attribute; entities that were written stay. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|\w+);)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A name for a place of the page that no other place has. */
export function newId(memory: LessonMemory, name: string): string {
  let id = name
  for (let count = 2; memory.usedIds.has(id); count += 1) id = `${name}-${count}`
  memory.usedIds.add(id)
  return id
}

/**
 * Renders the Markdown of a lesson piece by piece: links to glossary and guide, headings with ids, tables that
 * scroll on their own. HTML that was written is read as its text; links that are not safe as their words.
 */
export function lessonMarked(memory: LessonMemory): Marked {
  return new Marked({ renderer: rendererFor(memory), extensions: [lessonLink(memory), lessonReference(memory)] })
}

function rendererFor(memory: LessonMemory): RendererObject {
  return {
    heading({ tokens, depth }) {
      const text = tokens.map(plainText).join('').trim()
      const level = Math.min(4, Math.max(2, depth))
      const id = newId(memory, `sez-${foldText(text).replaceAll(' ', '-')}`)
      if (level === 2) memory.headings.push({ id, text })
      return `<h${level} id="${id}">${this.parser.parseInline(tokens)}</h${level}>\n`
    },
    paragraph({ tokens }) {
      const apart = memory.inStory && tokens[0]?.type === 'strong'
      return `<p${apart ? ' class="fst-normal"' : ''}>${this.parser.parseInline(tokens)}</p>\n`
    },
    text(token) {
      return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escapeHtml(token.text)
    },
    html({ text, block }) {
      const words = sanitizeHtml(text, { allowedTags: [], allowedAttributes: {} })
      return block && words.trim() !== '' ? `<p>${words}</p>\n` : words
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens)
      if (!isSafeAddress(href)) return words
      const rel = href.startsWith('/') ? '' : ' rel="noreferrer"'
      return `<a href="${escapeHtml(href)}"${rel}>${words}</a>`
    },
    image: ({ text }) => escapeHtml(text),
    code: ({ text }) => `<p>${escapeHtml(text)}</p>\n`,
    codespan: ({ text }) => escapeHtml(text),
    checkbox: () => '',
    hr: () => '',
    del({ tokens }) {
      return this.parser.parseInline(tokens)
    },
    table({ header, rows }) {
      memory.tables += 1
      const under = memory.headings.at(-1)?.text
      const label = escapeHtml(`Tabella ${memory.tables}${under ? `, ${under}` : ''}`)
      const read = (cell: Tokens.TableCell) => this.parser.parseInline(cell.tokens)
      const head = header.map((cell) => `<th scope="col">${read(cell)}</th>`).join('')
      const body = rows.map((row) => `<tr>${row.map((cell, column) => rowCell(read(cell), column)).join('')}</tr>`)
      const table = `<table class="r-table"><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
      return `<div class="r-scroll" role="region" tabindex="0" aria-label="${label}">${table}</div>\n`
    },
  }
}

/** The first cell of a row is its heading, unless it is empty. */
function rowCell(html: string, column: number) {
  return column === 0 && html.trim() !== '' ? `<th scope="row">${html}</th>` : `<td>${html}</td>`
}

type LinkToken = { type: 'lessonLink'; raw: string; target: string; text: string; isInLink: boolean }

/** The numbers of facts as links to the list of what a text rests on: `[3, 7]`; nothing without facts. */
export function referenceHtml(ids: readonly string[], { facts }: LessonMemory): string {
  const order = [...facts]
  const links = ids
    .map((id) => order.indexOf(id) + 1)
    .map((at) => `<a href="#base-${at}" aria-label="Fonte ${at}">${at}</a>`)
  return links.length === 0 ? '' : ` <small class="r-ref">[${links.join(', ')}]</small>`
}

/** What `takeMarkers` kept of the facts of a sentence. */
function lessonReference(memory: LessonMemory): TokenizerAndRendererExtension {
  return {
    name: 'lessonReference',
    level: 'inline',
    start: nextReference,
    tokenizer(text) {
      const reference = referenceAtStartOf(text)
      return reference && { type: 'lessonReference', raw: reference.raw, facts: reference.facts }
    },
    renderer: (token) => referenceHtml(token.facts as string[], memory),
  }
}

/** `[[did]]` and `[[fase-3|la fase 3]]`: only the first mention of a term becomes a link. */
function lessonLink(memory: LessonMemory): TokenizerAndRendererExtension {
  return {
    name: 'lessonLink',
    level: 'inline',
    start: (text) => {
      const at = text.indexOf('[[')
      return at === -1 ? undefined : at
    },
    tokenizer(text): LinkToken | undefined {
      const link = linkAtStartOf(text)
      if (!link) return undefined
      const name = guidePlaceOf(link.target)?.name ?? memory.terms.get(link.target) ?? link.target.replaceAll('-', ' ')
      const { inLink } = this.lexer.state
      return { type: 'lessonLink', raw: link.raw, target: link.target, text: link.words ?? name, isInLink: inLink }
    },
    renderer(token) {
      const { target, text, isInLink } = token as LinkToken
      const to = isInLink ? undefined : addressOf(target, memory)
      return to ? `<a href="${to}">${escapeHtml(text)}</a>` : escapeHtml(text)
    },
  }
}

function addressOf(target: string, memory: LessonMemory): string | undefined {
  const place = guidePlaceOf(target)
  if (place) return place.to
  if (!memory.terms.has(target) || memory.mentioned.has(target)) return undefined
  memory.mentioned.add(target)
  return `/glossario#${target}`
}
