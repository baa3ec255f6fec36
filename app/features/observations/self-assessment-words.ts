import type { SelfMoment, SelfRating } from './rules/self-assessment'

/** How one sees one's own practice, in the order of the scale. */
export const selfRatingNames: Record<SelfRating, string> = {
  notYet: 'Non ancora',
  withHelp: 'Con aiuto',
  withDoubts: 'Con qualche dubbio',
  confident: 'Con sicurezza',
}

export const selfMomentNames: Record<SelfMoment, string> = { before: 'Prima', after: 'Dopo' }
