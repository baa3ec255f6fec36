import type { OwnStanding } from './learning-views'
import type { LearnerModule } from './rules/learner-module'
import { moduleStanding, moduleStateText } from './rules/module-standing'
import { missingObservationsText, ownObservationWords } from './rules/own-observations-words'

/** How a learner stands in a module, and what of its test can be opened now. */
export function ownStanding(module: LearnerModule): OwnStanding {
  const standing = moduleStanding(module)
  return {
    standing,
    stateText: moduleStateText(module),
    test: { proof: standing.test, link: testLink(module) },
    observations: { missing: missingObservationsText(module), signed: ownObservationWords(module.observations) },
  }
}

function testLink({ slug, test }: LearnerModule): OwnStanding['test']['link'] {
  switch (test.kind) {
    case 'ready':
      return { label: 'Apri il test', to: `/moduli/${slug}/test` }
    case 'in-progress':
      return { label: 'Continua il test', to: `/tentativi/${test.attemptId}` }
    case 'passed':
      return test.attemptId ? { label: 'Rivedi il test', to: `/tentativi/${test.attemptId}` } : null
    case 'waiting':
    case 'exhausted':
      return { label: 'Guarda i tentativi', to: `/moduli/${slug}/test` }
    default:
      return null
  }
}
