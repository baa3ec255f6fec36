import type { Mode } from '~/features/curriculum/rules/module-content'
import type { LearnerLesson, LearnerModule } from '~/features/learning/rules/learner-module'
import type { OwnObservation } from '~/features/observations/own-observations'

const noMinutes: Record<Mode, number> = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }

type Traits = Omit<Partial<LearnerModule>, 'minutesRequired' | 'minutesDone'> & {
  minutesRequired?: Partial<Record<Mode, number>>
  minutesDone?: Partial<Record<Mode, number>>
}

/** Lessons of which those with a number in `read` were read. */
export function unread(count: number, read: readonly number[] = []): LearnerLesson[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: `lezione-${index + 1}`,
    title: `Lezione ${index + 1}`,
    minutes: 15,
    number: index + 1,
    readOn: read.includes(index + 1) ? '2019-12-16' : undefined,
  }))
}

/** A module as its learner stands in it: unless said, its one lesson is read and its test closed. */
export function learner(
  slug: string,
  { minutesRequired, minutesDone, lessons, ...traits }: Traits = {},
): LearnerModule {
  return {
    number: 1,
    slug,
    title: `Modulo ${slug}`,
    shortTitle: slug.toUpperCase(),
    prerequisites: [],
    lessons: lessons ?? unread(1, [1]),
    minutesRequired: { ...noMinutes, ...minutesRequired },
    minutesDone: { ...noMinutes, ...minutesDone },
    assessment: { blueprint: [{ objective: 'O1', count: 8 }], cut: 6, attempts: 3, waitHours: [1, 24] },
    test: { kind: 'lessons-first' },
    observation: undefined,
    observationMet: false,
    observations: [],
    completedAt: null,
    ...traits,
  }
}

/** A signed observation of one's own that counts, unless said. */
export function observed(id: string, traits: Partial<OwnObservation> = {}): OwnObservation {
  return {
    id,
    number: 1,
    moduleSlug: 'a',
    observerId: 'T',
    observedOn: '2019-12-16',
    observer: 'Elena Tiravanti',
    answered: true,
    sufficient: true,
    corrects: null,
    isVoid: false,
    ...traits,
  }
}
