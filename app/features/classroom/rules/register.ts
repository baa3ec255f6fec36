/** The modes whose hours a register records; those on the job are logged by the learner (practice). */
export const registerModes = ['classroom', 'remote', 'collaborative'] as const
export type RegisterMode = (typeof registerModes)[number]

/** The most people that one register holds. */
export const mostRows = 250

/** Somebody's minutes; 0 for who did not come, or fewer than the rest: with the reason. */
export type RegisterRow = { enrolmentId: string; minutes: number; reason?: string }

/** What a register says: kept under a salted digest, so that retention can erase it. */
export type RegisterBody = {
  title?: string
  place?: string
  rows: RegisterRow[]
}

/** The payload of a signed register, with the reason when it takes the place of another; or the reason alone of a row that voids one. */
export type SignedRegister = (RegisterBody & { reason?: string }) | { reason: string }

/** Somebody in a draft; without minutes they are there the whole time. */
export type DraftRow = { enrolmentId: string; present: boolean; minutes: string; reason: string }

/** What was written so far, word for word: whether it makes a register is for read-register to say. */
export type RegisterDraftBody = {
  moduleSlug: string
  mode: string
  heldOn: string
  startsAt: string
  endsAt: string
  title: string
  place: string
  /** Why it takes the place of another register. */
  reason: string
  rows: DraftRow[]
}

/** A draft in which nothing was written yet. */
export const emptyDraft: RegisterDraftBody = {
  moduleSlug: '',
  mode: '',
  heldOn: '',
  startsAt: '',
  endsAt: '',
  title: '',
  place: '',
  reason: '',
  rows: [],
}
