import { marked, type Token } from 'marked'
import type { Finding } from '~/lib/finding'
import { type ProblemList, parseYaml } from '~/platform/content/content-file.server'
import { type MarkdownLeaf, markdownLeaves } from './markdown-blocks'
import { type SelfCheck, selfCheckSchema } from './module-files.schema'
import { refuseTestedGround } from './rules/grounds'
import { refuseLessonBlock } from './rules/lesson-block'
import { findLinks, isSafeAddress, refuseLink, shieldLinks } from './rules/lesson-links'
import { type LessonPart, splitLesson } from './rules/lesson-parts'
import type { FactMark } from './rules/statement-rule'

type LessonFile = { file: string; body: string; firstLine: number }

/** What a text may rest on and link to. */
export type Known = { facts: ReadonlyMap<string, FactMark>; terms: ReadonlySet<string> }

/** A job aid is one page to print: it has no self-checks and no cases. */
type TextKind = 'lesson' | 'job-aid'

/** Checks the text of a lesson or of a job aid (docs/content-format.md); what is wrong is added to `list`. */
export function checkLessonText(
  { file, body, firstLine }: LessonFile,
  kind: TextKind,
  known: Known,
  list: ProblemList,
) {
  const add = (line: number, reasons: readonly string[]) =>
    list.problems.push(...reasons.map((reason) => ({ file, line, reason })))
  const { parts, problems } = splitLesson(body, firstLine)
  for (const { line, reason } of problems) add(line, [reason])
  if (!/^\s*## /.test(body)) add(firstLine + blankLinesBefore(body), ['il testo comincia con un titolo: ## Titolo'])
  for (const part of parts) {
    if (kind === 'job-aid' && (part.kind === 'case' || part.kind === 'check')) {
      add(part.line - 1, ['in una scheda da tenere allo sportello non ci sono casi né verifiche'])
    }
    if (part.kind === 'check') {
      checkSelfCheck(file, part, known, list)
      continue
    }
    for (const { leaf, marked: isMarked, inContainer } of leavesOf(part)) {
      add(leaf.line, refuseLeaf(leaf, known, isMarked, inContainer))
    }
    add(part.line, refusePart(part))
  }
}

function blankLinesBefore(text: string) {
  return (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1
}

/** Every piece of text of a part; the story of a case needs no markers, its answer does. */
function leavesOf(part: Exclude<LessonPart, { kind: 'check' }>) {
  const inContainer = part.kind !== 'text'
  const read = ({ markdown, line }: { markdown: string; line: number }, isMarked: boolean) =>
    markdownLeaves(shieldLinks(markdown), line).map((leaf) => ({ leaf, marked: isMarked, inContainer }))
  if (part.kind !== 'case') return read(part, true)
  return [...read(part, false), ...(part.answer ? read(part.answer, true) : [])]
}

function refusePart(part: Exclude<LessonPart, { kind: 'check' }>): string[] {
  if (part.kind === 'text') return []
  if (part.markdown.trim() === '') return ['il riquadro è vuoto']
  if (part.kind === 'steps' && marked.lexer(part.markdown).every(({ type }) => type !== 'list')) {
    return ['in :::passi ci vuole un elenco di passi: 1. Primo passo.']
  }
  if (part.kind === 'case' && !part.answer?.markdown.trim()) return ['al caso manca la sua :::risposta']
  return []
}

function refuseLeaf(leaf: MarkdownLeaf, known: Known, isMarked: boolean, inContainer: boolean): string[] {
  const own = refuseKind(leaf, inContainer)
  if (own) return [own]
  const inline = [
    ...new Set(leaf.tokens.flatMap(refuseInline)),
    ...findLinks(leaf.text).flatMap(({ target }) => refuseLink(target, known.terms)),
  ]
  const carriesMarker = leaf.kind === 'prose' || leaf.kind === 'row'
  return isMarked && carriesMarker && inline.length === 0 ? refuseLessonBlock(leaf.text, known.facts) : inline
}

function refuseKind({ kind, depth }: MarkdownLeaf, inContainer: boolean): string | undefined {
  if (kind === 'code')
    return 'il testo rientrato di quattro spazi, o fra apici inversi, non è ammesso: togli il rientro'
  if (kind === 'definition') return 'gli indirizzi a fondo testo non sono ammessi: scrivi il collegamento nella frase'
  if (kind !== 'heading') return undefined
  if (inContainer) return 'dentro un riquadro non ci sono titoli: basta il suo'
  return depth === 2 || depth === 3 ? undefined : 'i titoli vanno da ## a ###: quello della lezione sta in cima'
}

function refuseInline(token: Token): string[] {
  const inner = 'tokens' in token ? (token.tokens ?? []).flatMap(refuseInline) : []
  if (token.type === 'html') return ['HTML non ammesso: usa il Markdown']
  if (token.type === 'image') return ['le immagini non sono ammesse']
  if (token.type === 'link' && !isSafeAddress(token.href)) {
    return [`il collegamento «${token.href}» non è ammesso: scrivi un indirizzo https o una pagina di Rotta`, ...inner]
  }
  return inner
}

function checkSelfCheck(file: string, part: { line: number; yaml: string }, { facts }: Known, list: ProblemList) {
  const check = parseYaml(file, part.yaml, selfCheckSchema, list, part.line - 1)
  if (!check) return
  const whys = check.data.options.map(({ why }) => why)
  for (const { path, reason } of [
    ...refuseRight(check.data),
    ...refuseTestedGround(check.data, whys, facts).map((finding) => ({
      ...finding,
      reason: `la verifica: ${finding.reason}`,
    })),
  ]) {
    list.problems.push({ file, line: check.lineOf(path), reason })
  }
}

function refuseRight({ options }: SelfCheck): Finding[] {
  const right = options.filter((option) => option.right).length
  if (right === 1) return []
  return [{ path: ['options'], reason: `in una verifica la risposta giusta è una sola: qui sono ${right}` }]
}
