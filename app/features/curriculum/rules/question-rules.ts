import type { Finding } from '~/lib/finding'
import { foldText } from '~/lib/fold-text'
import type { AnswerOption, Level } from './module-content'
import { negativeStem } from './negative-stem'
import { standsForOthers } from './option-words'

/** A question as it is written: its key and explanation beside it. */
export type WrittenQuestion = {
  id: string
  objective: string
  level: Level
  tests: readonly string[]
  stem: string
  options: readonly AnswerOption[]
  key: string
}

/** Of a module's questions, at most this share may have the key as their longest option. */
const mostLongestKeys = 0.4
/** At least this share asks to apply what was learnt to a situation. */
const fewestApplied = 0.4
/** At most this share may ask for the exception. */
const mostNegative = 0.1

/**
 * Why a question cannot be put, whatever its subject: its key is none of its options; options are not lettered in
 * order, say the same, or stand for other options; it asks for the exception and the **non** is not in bold.
 */
export function refuseQuestion(question: WrittenQuestion): Finding[] {
  const { options, key } = question
  const letters = options.map(({ id }) => id).join('')
  const texts = options.map(({ text }) => foldText(text))
  return [
    ...(letters === 'abcd'.slice(0, options.length)
      ? []
      : [{ path: ['options'], reason: 'le risposte vanno in ordine: a, b, c e, se c’è, d' }]),
    ...(options.some(({ id }) => id === key)
      ? []
      : [{ path: ['key'], reason: `la risposta giusta «${key}» non è fra le risposte` }]),
    ...texts.flatMap((text, index) =>
      texts.indexOf(text) < index
        ? [{ path: ['options', index, 'text'], reason: 'due risposte dicono la stessa cosa' }]
        : [],
    ),
    ...options.flatMap(({ text }, index) =>
      standsForOthers(text)
        ? [{ path: ['options', index, 'text'], reason: `«${text}» non dice nulla da sé: scrivi una risposta` }]
        : [],
    ),
    ...(negativeStem(question.stem)?.bold === false
      ? [{ path: ['stem'], reason: 'la domanda chiede ciò che non è: metti in grassetto la parola che nega, **non**' }]
      : []),
  ]
}

/** What a question may point to: the module's objectives, and all that it trains. */
export function refuseQuestionPlace(
  question: WrittenQuestion,
  objectives: ReadonlySet<string>,
  trained: ReadonlySet<string>,
): Finding[] {
  return [
    ...(objectives.has(question.objective)
      ? []
      : [{ path: ['objective'], reason: `l’obiettivo ${question.objective} non è del modulo` }]),
    ...question.tests.flatMap((id, index) =>
      trained.has(id)
        ? []
        : [{ path: ['tests', index], reason: `«${id}» non è fra ciò che il modulo forma («trains» di module.yaml)` }],
    ),
  ]
}

/**
 * Why the questions of a module do not make a fair bank together: the key shows by its length, too many negatives, or
 * too few that ask to apply what was learnt.
 */
export function refuseBank(questions: readonly WrittenQuestion[]): Finding[] {
  const longest = questions.filter(isKeyLongest)
  const negative = questions.filter(({ stem }) => negativeStem(stem))
  return [
    ...shareFinding(longest, questions, mostLongestKeys, 'la risposta giusta è la più lunga'),
    ...shareFinding(negative, questions, mostNegative, 'si chiede ciò che non è'),
    ...refuseFewApplied(questions),
  ]
}

function refuseFewApplied(questions: readonly WrittenQuestion[]): Finding[] {
  const applied = questions.filter(({ level }) => level === 'apply').length
  if (applied >= questions.length * fewestApplied) return []
  const share = `${applied} domande su ${questions.length} chiedono di applicare`
  return [{ path: [], reason: `${share}, il minimo è il ${fewestApplied * 100} %` }]
}

function shareFinding(
  some: readonly WrittenQuestion[],
  all: readonly WrittenQuestion[],
  most: number,
  what: string,
): Finding[] {
  if (some.length <= all.length * most) return []
  const ids = some.map(({ id }) => id).join(', ')
  const share = `in ${some.length} domande su ${all.length} ${what}, il massimo è il ${most * 100} %`
  return [{ path: [], reason: `${share}: ${ids}` }]
}

function isKeyLongest({ options, key }: WrittenQuestion) {
  const lengthOf = (option: AnswerOption) => option.text.length
  const right = options.find(({ id }) => id === key)
  return right !== undefined && options.every((option) => option === right || lengthOf(option) < lengthOf(right))
}
