import type { ActiveEnrolment } from '~/features/enrolment/enrolment.queries.server'
import { findSelfMoments } from '~/features/observations/self-assessment.queries.server'
import type { SelfAssessmentLink } from './learning-views'
import type { LearnerModule } from './rules/learner-module'

/** The way to one's own self-assessment of a module; null when nothing is observed there. */
export async function findSelfAssessmentLink(
  enrolment: ActiveEnrolment,
  { slug, observation, observations }: LearnerModule,
): Promise<SelfAssessmentLink | null> {
  if (!observation) return null
  const { given, open } = await findSelfMoments(enrolment.id, slug, observations.length > 0)
  const to = `/moduli/${slug}/autovalutazione`
  if (open === 'before') {
    return {
      text: 'Prima dell’osservazione puoi dire come ti vedi. Lo leggi solo tu.',
      label: 'Fai l’autovalutazione',
      to,
    }
  }
  if (open === 'after') {
    return { text: 'Ora puoi dire di nuovo come ti vedi, e confrontare.', label: 'Rifai l’autovalutazione', to }
  }
  return given > 0 ? { text: 'La leggi solo tu.', label: 'Guarda l’autovalutazione', to } : null
}
