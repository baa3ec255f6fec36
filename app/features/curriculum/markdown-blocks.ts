import { marked, type Token } from 'marked'

/** A paragraph, list item or table row, and the line it begins on. */
export type MarkdownBlock = { line: number; text: string }

/**
 * The blocks of a Markdown text that must carry a marker: all but headings and rules.
 * @param firstLine the line of the file on which the text begins
 */
export function markdownBlocks(markdown: string, firstLine: number): MarkdownBlock[] {
  return blocksOf(marked.lexer(markdown), firstLine)
}

function blocksOf(tokens: readonly Token[], firstLine: number): MarkdownBlock[] {
  let line = firstLine
  return tokens.flatMap((token) => {
    const start = line
    line += token.raw.split('\n').length - 1
    switch (token.type) {
      case 'paragraph':
      case 'text':
      case 'html':
        return [{ line: start, text: token.raw.trim() }]
      case 'list':
        return blocksOf(token.items, start)
      case 'list_item':
      case 'blockquote':
        return blocksOf(token.tokens ?? [], start)
      case 'table':
        return (token.rows as { text: string }[][]).map((row, index) => ({
          line: start + 2 + index,
          text: row
            .map((cell) => cell.text.trim())
            .filter(Boolean)
            .join(' '),
        }))
      default:
        return []
    }
  })
}
