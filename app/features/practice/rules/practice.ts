/** With whom a learner practised. */
export const companions = ['operatore', 'responsabile', 'navigator', 'formatore'] as const
export type Companion = (typeof companions)[number]

/** What the last decision says of a logged practice; without one it is pending. */
export const practiceStates = ['pending', 'validated', 'returned', 'revoked', 'withdrawn'] as const
export type PracticeState = (typeof practiceStates)[number]
