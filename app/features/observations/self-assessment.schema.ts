import { z } from 'zod'
import { selfMoments, selfRatings } from './rules/self-assessment'

/** A self-assessment of these criteria: each of them rated. */
export function selfAssessmentForm(criteria: readonly string[]) {
  const rating = z.enum(selfRatings, { error: 'Scegli una risposta' })
  return z.object({
    moment: z.enum(selfMoments),
    ratings: z.object(Object.fromEntries(criteria.map((id) => [id, rating]))),
  })
}
