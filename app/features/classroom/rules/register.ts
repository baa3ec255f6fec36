import type { Day } from '~/lib/dates'

/** The modes whose hours a register records; those on the job are logged by the learner (practice). */
export const registerModes = ['classroom', 'remote', 'collaborative'] as const
export type RegisterMode = (typeof registerModes)[number]

/** Somebody's minutes; 0 for who did not come, or came to less than the rest: with the reason. */
export type RegisterRow = { enrolmentId: string; minutes: number; reason?: string }

/** What a register says: kept under a salted digest, so that retention can erase it. */
export type RegisterBody = {
  title?: string
  place?: string
  rows: RegisterRow[]
}

/** The payload of a signed register, with the reason when it takes the place of another; or the reason alone of a row that voids one. */
export type SignedRegister = (RegisterBody & { reason?: string }) | { reason: string }

/** What was written so far; anything may be missing. Times are minutes after midnight, in Italy. */
export type RegisterDraftBody = Partial<RegisterBody> & {
  moduleSlug?: string
  mode?: RegisterMode
  heldOn?: Day
  startsAt?: number
  endsAt?: number
}
