import { type Day, parseDay } from '~/lib/dates'
import { parseClock } from '~/lib/minutes'
import { mostRows, type RegisterBody, type RegisterDraftBody, type RegisterMode, registerModes } from './register'

/** A register that can be signed; times are minutes after midnight, in Italy. */
export type RegisterContent = RegisterBody & {
  moduleSlug: string
  mode: RegisterMode
  heldOn: Day
  startsAt: number
  endsAt: number
  /** Why it takes the place of another. */
  reason?: string
}

/** What to do, by the name of the field; a person's row by `rowKey`. */
export type RegisterErrors = Record<string, string>

type ReadRegister = { content: RegisterContent } | { content: undefined; errors: RegisterErrors }

/** The key under which what is wrong with a person's row stands. */
export function rowKey(enrolmentId: string): string {
  return `row-${enrolmentId}`
}

/** How long it lasts in minutes; undefined while a time is missing, or the end does not come after the start. */
export function durationOf({ startsAt, endsAt }: Pick<RegisterDraftBody, 'startsAt' | 'endsAt'>): number | undefined {
  const [start, end] = [parseClock(startsAt), parseClock(endsAt)]
  return start !== undefined && end !== undefined && end > start ? end - start : undefined
}

/**
 * Reads a draft as the register that it is to become: every field there, the end after the start, not in the future,
 * everybody's minutes between none and the whole duration, with a reason for who was there for less. Who did not come
 * has no minutes, and needs no reason.
 *
 * @param corrects whether it takes the place of another register, which needs a reason too
 */
export function readRegister(
  draft: RegisterDraftBody,
  { today, corrects }: { today: Day; corrects: boolean },
): ReadRegister {
  const errors: RegisterErrors = {}
  const refuse = (field: string, message: string) => {
    errors[field] = message
    return undefined
  }
  const mode = registerModes.find((one) => one === draft.mode) ?? refuse('mode', 'Scegli come si è tenuto')
  const heldOn = parseDay(draft.heldOn) ?? refuse('heldOn', 'Scrivi la data così: 16/12/2019')
  const startsAt = parseClock(draft.startsAt) ?? refuse('startsAt', 'Scrivi l’ora così: 9.00')
  const endsAt = parseClock(draft.endsAt) ?? refuse('endsAt', 'Scrivi l’ora così: 11.00')
  const duration = durationOf(draft)
  if (!draft.moduleSlug) refuse('moduleSlug', 'Scegli il modulo')
  if (heldOn && heldOn > today)
    refuse('heldOn', 'Il registro si firma dopo l’incontro: scrivi un giorno già passato, o oggi')
  if (startsAt !== undefined && endsAt !== undefined && !duration) {
    refuse('endsAt', 'La fine viene dopo l’inizio: controlla le ore')
  }
  if (draft.rows.length === 0) refuse('rows', 'Aggiungi almeno una persona')
  if (draft.rows.length > mostRows) refuse('rows', `Un registro tiene al massimo ${mostRows} persone: dividilo in due`)
  if (corrects && !draft.reason) refuse('reason', 'Scrivi perché correggi il registro')
  const rows = draft.rows.map((row) => readRow(row, duration, refuse))
  if (Object.keys(errors).length > 0 || !mode || !heldOn || startsAt === undefined || endsAt === undefined) {
    return { content: undefined, errors }
  }
  const { moduleSlug, title, place, reason } = draft
  const words = { ...(title && { title }), ...(place && { place }), ...(corrects && { reason }) }
  return { content: { moduleSlug, mode, heldOn, startsAt, endsAt, ...words, rows } }
}

function readRow(
  { enrolmentId, present, minutes: written, reason }: RegisterDraftBody['rows'][number],
  duration: number | undefined,
  refuse: (field: string, message: string) => undefined,
) {
  const minutes = present ? minutesOf(written, duration) : 0
  if (minutes === undefined || (duration !== undefined && minutes > duration)) {
    const most = duration === undefined ? '' : `, al massimo ${duration}`
    refuse(rowKey(enrolmentId), `Scrivi i minuti con un numero intero da 0${most}`)
  } else if (minutes > 0 && minutes < (duration ?? 0) && !reason) {
    refuse(rowKey(enrolmentId), 'Scrivi perché i minuti sono meno della durata')
  }
  return { enrolmentId, minutes: minutes ?? 0, ...(reason && { reason }) }
}

function minutesOf(written: string, duration: number | undefined) {
  if (written.trim() === '') return duration ?? 0
  return /^\s*\d{1,4}\s*$/.test(written) ? Number(written) : undefined
}
