import type { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'
import { parse } from 'yaml'
import { content } from './content.server'
import {
  escapeHtml,
  type LessonHeading,
  type LessonMemory,
  lessonMarked,
  newId,
  referenceHtml,
} from './lesson-renderer.server'
import { lessonSanitizing } from './lesson-sanitizing'
import { type SelfCheck, selfCheckSchema } from './module-files.schema'
import { shieldLinks } from './rules/lesson-links'
import { type LessonPart, splitLesson } from './rules/lesson-parts'
import { takeMarkers } from './rules/markdown-marker'

/** A lesson or job aid ready to be shown; `headings` are its sections, `facts` what it rests on, each once. */
export type RenderedLesson = { html: string; headings: LessonHeading[]; facts: string[] }

type RenderOptions = { terms?: readonly { slug: string; term: string }[]; numbered?: boolean }

/**
 * HTML of a lesson or of a job aid (docs/content-format.md). Markers of facts leave the running text and are listed.
 * It holds no script, style or address that a check would refuse, whoever wrote the text: a frozen lesson may come
 * from an edition that no check of this version has seen.
 *
 * @param options.terms the glossary that its links lead to
 * @param options.numbered shows at the end of each sentence what it rests on, as numbers of the list `facts` that
 *   lead to `#base-1` and so on: for a page that has this list, and one text
 */
export function renderLesson(markdown: string, options: RenderOptions = {}): RenderedLesson {
  const { terms = content().terms, numbered = false } = options
  const memory: LessonMemory = {
    terms: new Map(terms.map(({ slug, term }) => [slug, term])),
    mentioned: new Set(),
    headings: [],
    usedIds: new Set(),
    facts: new Set(),
    tables: 0,
    numbered,
    inStory: false,
  }
  const writer = { memory, marked: lessonMarked(memory) }
  const html = splitLesson(markdown).parts.map((part) => renderPart(part, writer))
  return {
    html: sanitizeHtml(html.join('\n'), lessonSanitizing),
    headings: memory.headings,
    facts: [...memory.facts],
  }
}

type Writer = { memory: LessonMemory; marked: Marked }

function renderPart(part: LessonPart, writer: Writer): string {
  switch (part.kind) {
    case 'text':
      return renderText(part.markdown, writer)
    case 'note':
      return renderNote('key', part, writer)
    case 'warning':
      return renderNote('warn', part, writer)
    case 'steps':
      return renderSteps(part, writer)
    case 'case':
      return renderCase(part, writer)
    case 'check':
      return renderCheck(part.yaml, writer)
  }
}

type Titled = { title: string; markdown: string }

function renderNote(look: 'key' | 'warn', { title, markdown }: Titled, writer: Writer) {
  return `<div class="r-note r-note--${look}"><strong>${escapeHtml(title)}</strong>${renderText(markdown, writer)}</div>`
}

function renderSteps({ title, markdown }: Titled, writer: Writer) {
  const id = newId(writer.memory, 'passi')
  const heading = `<h3 id="${id}">${escapeHtml(title)}</h3>`
  return `<section class="r-steps" aria-labelledby="${id}">${heading}${renderText(markdown, writer)}</section>`
}

function renderCase({ title, markdown, answer }: Titled & { answer?: { markdown: string } }, writer: Writer) {
  const id = newId(writer.memory, 'caso')
  writer.memory.inStory = true
  const story = renderText(markdown, writer)
  writer.memory.inStory = false
  const heading = `<span class="r-kick r-ui">Caso inventato</span><h3 id="${id}">${escapeHtml(title)}</h3>`
  const compare = answer ? disclosure(renderText(answer.markdown, writer)) : ''
  return `<section class="r-case" aria-labelledby="${id}">${heading}${story}${compare}</section>`
}

/** A self-check without script: its options lettered, the right one and the reasons behind a disclosure. */
function renderCheck(yaml: string, writer: Writer) {
  const check = readCheck(yaml)
  // Nothing that was written is lost, even if it makes no self-check.
  if (!check) return `<p>${escapeHtml(yaml)}</p>`
  for (const fact of check.facts ?? []) writer.memory.facts.add(fact)
  const inline = (text: string) => writer.marked.parseInline(shieldLinks(text), { async: false })
  const id = newId(writer.memory, 'verifica')
  const lettered = (items: string[]) => `<ol type="a">${items.map((item) => `<li>${item}</li>`).join('')}</ol>`
  const right = check.options.findIndex((option) => option.right)
  const letter = 'abcd'[right]
  const answer = letter ? `<p><strong>La risposta giusta è la ${letter}.</strong></p>` : ''
  const whys = check.options.map(({ why }) => inline(why))
  return [
    `<section class="r-ask r-ui" aria-labelledby="${id}"><span class="r-kick">Una domanda per te, senza voto</span>`,
    `<h3 id="${id}">${inline(check.question)}</h3>`,
    lettered(check.options.map(({ text }) => inline(text))),
    disclosure(`${answer}${lettered(whys)}${restsOn(check, writer.memory)}`),
    '</section>',
  ].join('')
}

/** What the right answer of a self-check rests on, behind the disclosure: before, it would give the answer away. */
function restsOn({ facts }: SelfCheck, memory: LessonMemory) {
  if (!memory.numbered) return ''
  const ground = facts
    ? `La risposta poggia su${referenceHtml(facts, memory)}`
    : 'La risposta poggia su una buona pratica.'
  return `<p class="r-rests">${ground}</p>`
}

function disclosure(html: string) {
  return `<details class="r-ui"><summary>Confronta la tua risposta</summary><div>${html}</div></details>`
}

function readCheck(yaml: string): SelfCheck | undefined {
  try {
    return selfCheckSchema.safeParse(parse(yaml, { logLevel: 'silent' })).data
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

function renderText(markdown: string, { memory, marked }: Writer) {
  const { markdown: bare, facts } = takeMarkers(markdown, memory.numbered)
  for (const fact of facts) memory.facts.add(fact)
  try {
    return marked.parse(shieldLinks(bare), { async: false })
  } catch (error) {
    // Thousands of lists or quotations inside each other: nobody writes them to be read, but the page is shown.
    if (error instanceof RangeError) return `<p>${escapeHtml(bare)}</p>`
    throw error
  }
}
