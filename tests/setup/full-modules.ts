import type { Criterion } from '~/features/curriculum/rules/module-content'
import type { PlanModule } from '~/features/training-plan/rules/plan-document'
import { someModule } from './plans'

type Traits = Parameters<typeof someModule>[0] & {
  criteria?: number
  /** Observations that it asks for. */
  required?: number
}

/** A module with something of everything: hours of each mode, tasks to practise, a timed test, a form to observe by. */
export function fullModule({ criteria = 8, required = 2, ...traits }: Traits): PlanModule {
  return someModule({
    trains: { tasks: ['F3.1', 'F3.2'], acts: ['F3.C1', 'F3.C2', 'F3.C3'], leps: [], topics: [], areas: [] },
    hours: {
      navigator: { online: 1, classroom: 2, remote: 1, collaborative: 5, onTheJob: 7 },
      operatore: { online: 1, classroom: 2, remote: 0.5, collaborative: 3, onTheJob: 4 },
    },
    form: {
      title: `Osservare ${traits.slug}`,
      settings: ['Allo sportello', 'In una stanza per i colloqui'],
      criteria: Array.from({ length: criteria }, (_, index) => criterion(`C${index + 1}`, index % 4 === 0)),
    },
    observation: { required, observers: 1, cutPercent: 70 },
    ...traits,
    assessment: {
      blueprint: [
        { objective: 'O1', count: 5 },
        { objective: 'O2', count: 5 },
      ],
      cut: 7,
      attempts: 3,
      waitHours: [1, 24],
      timeLimitMinutes: 20,
      ...traits.assessment,
    },
  })
}

function criterion(id: string, critical: boolean): Criterion {
  const text = `Fa ${id}`
  return {
    id,
    critical,
    observes: [],
    operatore: text,
    navigator: text,
    met: 'Sì',
    partly: 'In parte',
    notMet: 'No',
    practice: true,
  }
}
