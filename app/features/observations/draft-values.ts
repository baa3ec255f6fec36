import { formatDay } from '~/lib/dates'
import { actionOutcomeNames, kindNames, levelName, ratingNames } from './observation-words'
import type { DraftBody } from './rules/observation'

/** What a draft says, by name of the field, as the form holds it. */
export function draftValues(body: DraftBody): Record<string, string | undefined> {
  const { kind, observedOn, setting, informed, level, strength, change, action, actionOn, earlierAction } = body
  const ratings = Object.entries(body.ratings ?? {}).flatMap(([id, { rating, note }]) => [
    [`ratings.${id}.rating`, rating] as const,
    [`ratings.${id}.note`, note] as const,
  ])
  return {
    kind,
    observedOn: observedOn && formatDay(observedOn),
    setting,
    informed: informed && 'on',
    level: level && String(level),
    strength,
    change,
    action,
    actionOn: actionOn && formatDay(actionOn),
    earlierOutcome: earlierAction?.outcome,
    ...Object.fromEntries(ratings),
  }
}

const fieldNames: Record<string, string> = {
  kind: 'Che cosa osservi',
  informed: 'Persona informata',
  observedOn: 'Giorno',
  setting: 'Dove',
  level: 'Autonomia',
  strength: 'Una cosa fatta bene',
  change: 'Una cosa da cambiare',
  action: 'Azione concordata',
  actionOn: 'Entro il',
  earlierOutcome: 'Com’è andata l’azione precedente',
}

/** What a field is called, by its name in the form. */
export function fieldName(name: string): string {
  const [, id, part] = /^ratings\.(.+)\.(rating|note)$/.exec(name) ?? []
  if (!id) return fieldNames[name] ?? name
  return part === 'note' ? `Nota al criterio ${id}` : `Criterio ${id}`
}

/** The fields in which two states of a draft differ, with what each says in words. */
export function draftDifferences(now: DraftBody, typed: DraftBody) {
  const [stored, written] = [draftValues(now), draftValues(typed)]
  return [...new Set([...Object.keys(stored), ...Object.keys(written)])]
    .filter((name) => (stored[name] ?? '') !== (written[name] ?? ''))
    .map((name) => ({
      key: name,
      label: fieldName(name),
      now: inWords(name, stored[name]),
      typed: inWords(name, written[name]),
    }))
}

export type DraftDifference = ReturnType<typeof draftDifferences>[number]

function inWords(name: string, value: string | undefined) {
  if (!value) return 'niente'
  if (name === 'level') return levelName(Number(value))
  if (name === 'informed') return 'sì'
  return wordsOf(name)[value] ?? value
}

/** The words of a field whose values are codes; none for texts. */
function wordsOf(name: string): Partial<Record<string, string>> {
  if (name === 'kind') return kindNames
  if (name === 'earlierOutcome') return actionOutcomeNames
  return name.endsWith('.rating') ? ratingNames : {}
}
