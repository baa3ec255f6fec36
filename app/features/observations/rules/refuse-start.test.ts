import { expect, test } from 'vitest'
import { refuseStart, type StartFacts, type StartRefusal } from './refuse-start'

const fine: StartFacts = {
  observerId: 'teo',
  learnerId: 'ada',
  follows: true,
  observable: true,
  observedOn: '2026-03-02',
  today: '2026-03-02',
  enrolledOn: '2026-03-02',
  trainedThen: true,
}

test.each<[Partial<StartFacts>, StartRefusal | undefined]>([
  [{}, undefined],
  [{ today: '2026-04-01' }, undefined],
  [{ observerId: 'ada' }, 'own'],
  [{ follows: false }, 'left'],
  [{ observable: false }, 'not-observable'],
  [{ observedOn: '2026-03-03' }, 'future'],
  [{ observedOn: '2026-03-01' }, 'before-enrolment'],
  [{ trainedThen: false }, 'not-trainer-then'],
])('an observation with %j: %s', (facts, refusal) => {
  expect(refuseStart({ ...fine, ...facts })).toBe(refusal)
})
