/** A piece of a lesson: running text, or one of the containers of docs/content-format.md. */
export type LessonPart =
  | { kind: 'text'; line: number; markdown: string }
  | { kind: 'note' | 'warning' | 'steps'; line: number; title: string; markdown: string }
  | { kind: 'case'; line: number; title: string; markdown: string; answer?: { line: number; markdown: string } }
  | { kind: 'check'; line: number; yaml: string }

/** What is wrong on a line of a text. */
export type LineProblem = { line: number; reason: string }

const kinds: Record<string, Exclude<LessonPart['kind'], 'text'>> = {
  nota: 'note',
  attenzione: 'warning',
  passi: 'steps',
  caso: 'case',
  verifica: 'check',
}
const names = [...Object.keys(kinds), 'risposta'].map((name) => `:::${name}`).join(', ')

/** A container being read; `line` is the one that opens it, the text begins on the next. */
type Open = { name: string; title: string; line: number; lines: string[]; answerLine?: number; answerLines: string[] }

/**
 * Cuts a lesson into running text and containers. What it cannot make sense of it names and reads as text, so that
 * a lesson which no check has seen is still shown whole.
 *
 * @param firstLine the line of the file on which the text begins; a part's `line` is that of its first line of text
 */
export function splitLesson(markdown: string, firstLine = 1): { parts: LessonPart[]; problems: LineProblem[] } {
  const parts: LessonPart[] = []
  const problems: LineProblem[] = []
  let text: { line: number; lines: string[] } = { line: firstLine, lines: [] }
  let open: Open | undefined

  const closeText = (nextLine: number) => {
    if (text.lines.some((line) => line.trim() !== '')) {
      parts.push({ kind: 'text', line: text.line, markdown: text.lines.join('\n') })
    }
    text = { line: nextLine, lines: [] }
  }
  const close = (nextLine: number) => {
    if (open) parts.push(partOf(open))
    open = undefined
    text = { line: nextLine, lines: [] }
  }

  const lines = markdown.split(/\r?\n/)
  lines.forEach((content, index) => {
    const line = firstLine + index
    const fence = /^ {0,3}:::\s*(\S*)(.*)$/.exec(content)
    if (!fence) {
      linesOf(open, text).push(content)
      return
    }
    const [, name = '', rest = ''] = fence
    if (name === '') {
      if (!open) problems.push({ line, reason: 'questa riga ::: non chiude nulla' })
      else close(line + 1)
      return
    }
    if (name === 'risposta' && open?.name === 'caso' && open.answerLine === undefined) {
      open.answerLine = line + 1
      return
    }
    problems.push(...refuseFence(name, rest.trim(), line, open))
    if (open) close(line)
    closeText(line)
    open = { name, title: rest.trim(), line, lines: [], answerLines: [] }
  })
  if (open) {
    problems.push({ line: open.line, reason: `:::${open.name} non è chiuso: in fondo ci vuole una riga :::` })
    close(firstLine + lines.length)
  }
  closeText(firstLine + lines.length)
  return { parts, problems }
}

function linesOf(open: Open | undefined, text: { lines: string[] }) {
  if (!open) return text.lines
  return open.answerLine === undefined ? open.lines : open.answerLines
}

function refuseFence(name: string, title: string, line: number, open: Open | undefined): LineProblem[] {
  const reasons = [...(open ? [`:::${open.name} non è chiuso prima di :::${name}`] : []), ...refuseName(name, title)]
  return reasons.map((reason) => ({ line, reason }))
}

function refuseName(name: string, title: string): string[] {
  if (name === 'risposta') return [':::risposta sta dentro un :::caso, una volta sola']
  const kind = kinds[name]
  if (!kind) return [`:::${name} non si conosce: ci sono ${names}`]
  if (kind === 'check') return title === '' ? [] : [':::verifica non ha un titolo: la domanda sta in «question»']
  return title === '' ? [`manca il titolo: :::${name} Titolo`] : []
}

function partOf({ name, title, line, lines, answerLine, answerLines }: Open): LessonPart {
  const kind = kinds[name]
  const markdown = lines.join('\n')
  const at = { line: line + 1, markdown }
  if (kind === undefined) return { kind: 'text', ...at }
  if (kind === 'check') return { kind, line: line + 1, yaml: markdown }
  if (kind !== 'case' || answerLine === undefined) return { kind, title, ...at }
  return { kind, title, ...at, answer: { line: answerLine, markdown: answerLines.join('\n') } }
}
