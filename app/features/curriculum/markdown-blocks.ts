import { marked, type Token, type Tokens } from 'marked'
import { findLinks } from './rules/lesson-links'

/** A paragraph, list item or table row, and the line it begins on. */
export type MarkdownBlock = { line: number; text: string }

/** A piece of a Markdown text that holds no other block, with its inline parts. */
export type MarkdownLeaf = MarkdownBlock & {
  kind: 'prose' | 'row' | 'header' | 'heading' | 'code' | 'definition'
  /** Of a heading: 2 for `##`. */
  depth?: number
  tokens: Token[]
}

/**
 * The blocks of a Markdown text that must carry a marker: all but headings and rules.
 * @param firstLine the line of the file on which the text begins
 */
export function markdownBlocks(markdown: string, firstLine: number): MarkdownBlock[] {
  return markdownLeaves(markdown, firstLine)
    .filter(({ kind }) => kind === 'prose' || kind === 'row')
    .map(({ line, text }) => ({ line, text }))
}

/**
 * Every piece of a Markdown text that holds words, in its order.
 * @param firstLine the line of the file on which the text begins
 */
export function markdownLeaves(markdown: string, firstLine: number): MarkdownLeaf[] {
  return leavesOf(marked.lexer(markdown), firstLine)
}

function leavesOf(tokens: readonly Token[], firstLine: number): MarkdownLeaf[] {
  let line = firstLine
  return tokens.flatMap((token) => {
    const start = line
    line += token.raw.split('\n').length - 1
    return leavesOfToken(token, start)
  })
}

function leavesOfToken(token: Token, line: number): MarkdownLeaf[] {
  const leaf = (kind: MarkdownLeaf['kind']) => [{ line, kind, text: token.raw.trim(), tokens: inlineOf(token) }]
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return leaf('prose')
    case 'html':
      return [{ line, kind: 'prose', text: token.raw.trim(), tokens: [token] }]
    case 'heading':
      return leaf('heading').map((heading) => ({ ...heading, depth: (token as Tokens.Heading).depth }))
    case 'code':
      return leaf('code')
    case 'def':
      return leaf('definition')
    case 'list':
      return leavesOf(token.items, line)
    case 'list_item':
    case 'blockquote':
      return leavesOf(token.tokens ?? [], line)
    case 'table':
      return leavesOfTable(token as Tokens.Table, line)
    default:
      return []
  }
}

const betweenCells: Tokens.Text = { type: 'text', raw: ' · ', text: ' · ', escaped: false }

function leavesOfTable({ header, rows }: Tokens.Table, line: number): MarkdownLeaf[] {
  const leaf = (kind: 'header' | 'row', cells: Tokens.TableCell[], at: number): MarkdownLeaf => ({
    line: at,
    kind,
    text: cells
      .map((cell) => cell.text.trim())
      .filter(Boolean)
      .join(' '),
    tokens: cells.flatMap((cell, index) => (index === 0 ? cell.tokens : [betweenCells, ...cell.tokens])),
  })
  return [leaf('header', header, line), ...rows.map((row, index) => leaf('row', row, line + 2 + index))]
}

function inlineOf(token: Token): Token[] {
  return 'tokens' in token ? (token.tokens ?? []) : []
}

/** What a reader reads of an inline part: links and images by their words, no signs of emphasis, no HTML. */
export function plainText(token: Token): string {
  if ('tokens' in token && token.tokens) return token.tokens.map(plainText).join('')
  if (token.type === 'html') return ''
  const text = 'text' in token ? token.text : token.raw
  return findLinks(text).reduce(
    (rest, { target, words }) => rest.replace(/\[\[[^\]]*\]\]/, () => words ?? target.replaceAll('-', ' ')),
    text,
  )
}
