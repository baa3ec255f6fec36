import { type Mode, modes } from '~/features/curriculum/rules/module-content'
import { type EvidenceRow, lastOfLines } from './evidence'
import { type ModuleRequirements, recordedModes } from './requirements'

/** What the evidence of an enrolment adds up to in one module. Minutes; sums never count more of a mode than it asks. */
export type ModuleState = {
  lessonsDone: number
  lessonsRequired: number
  minutesDone: number
  minutesRequired: number
  /** All minutes recorded, also beyond what the mode asks; online, the share of the lessons that were read. */
  minutesByMode: Record<Mode, number>
  assessmentPassed: boolean
  observationMet: boolean
  /** When the row was recorded that completed the module. */
  completedAt: Date | undefined
}

type Tally = {
  lessons: Set<string>
  lessonsRecognised: boolean
  minutes: Map<string, number>
  assessment: boolean
  observation: boolean
}

/**
 * What rows of evidence add up to: the one meaning of "done" (product contract, step 4 of the chain). A module is
 * complete when all its lessons are read, the minutes of every recorded mode are there (a surplus of one mode does
 * not fill another), its test is passed, and its observation requirement is met where it has one.
 *
 * A corrected row counts as its last correction says; a line of corrections that ends void counts as if it had never
 * been. `completedAt` is the moment from which all that was needed had been recorded and still stands today: a later
 * correction that takes it away leaves none, one that changes nothing of it leaves the date.
 *
 * @param rows all rows of one enrolment and module, in the order in which they were recorded
 */
export function foldEvidence(requirements: ModuleRequirements, rows: readonly EvidenceRow[]): ModuleState {
  const tally: Tally = {
    lessons: new Set(),
    lessonsRecognised: false,
    minutes: new Map(),
    assessment: false,
    observation: false,
  }
  const lasts = lastOfLines(rows)
  const counted = new Map<string, number>()
  let completedAt: Date | undefined
  for (const row of rows) {
    const last = lasts.get(row.id) ?? row
    if (row.isVoid || last.isVoid || row.kind !== last.kind || row.subject !== last.subject) continue
    // Of a row that was corrected, no more than what is left of it; of a line of rows, nothing twice.
    const minutes = Math.min(row.minutes ?? 0, last.minutes ?? 0)
    const before = counted.get(last.id) ?? 0
    counted.set(last.id, Math.max(minutes, before))
    count(tally, row, Math.max(minutes - before, 0), requirements)
    if (!completedAt && isComplete(tally, requirements)) completedAt = row.recordedAt
  }
  return { ...figuresOf(tally, requirements), completedAt }
}

/**
 * When the plan was completed: with the last of the modules that the profile takes. Undefined while one is open, or
 * when there is none.
 */
export function planCompletedAt(modules: readonly (Date | null | undefined)[]): Date | undefined {
  let last: Date | undefined
  for (const completedAt of modules) {
    if (!completedAt) return undefined
    if (!last || completedAt > last) last = completedAt
  }
  return last
}

function count(tally: Tally, { kind, subject }: EvidenceRow, minutes: number, { lessons }: ModuleRequirements) {
  const addMinutes = () => tally.minutes.set(subject, (tally.minutes.get(subject) ?? 0) + minutes)
  switch (kind) {
    case 'lesson':
      if (lessons.some(({ slug }) => slug === subject)) tally.lessons.add(subject)
      return
    case 'hours':
      addMinutes()
      return
    case 'assessment':
      tally.assessment = true
      return
    case 'observation':
      tally.observation = true
      return
    case 'recognition':
      if (subject === 'lessons') tally.lessonsRecognised = true
      else if (subject === 'assessment') tally.assessment = true
      else if (subject === 'observation') tally.observation = true
      else addMinutes()
      return
    default:
      kind satisfies never
  }
}

function isComplete(tally: Tally, { lessons, minutes, observation }: ModuleRequirements) {
  return (
    (tally.lessonsRecognised || tally.lessons.size === lessons.length) &&
    recordedModes.every((mode) => (tally.minutes.get(mode) ?? 0) >= minutes[mode]) &&
    tally.assessment &&
    (tally.observation || !observation)
  )
}

function figuresOf(tally: Tally, requirements: ModuleRequirements) {
  const { lessons, minutes } = requirements
  const lessonsDone = tally.lessonsRecognised ? lessons.length : tally.lessons.size
  const recorded = (mode: Mode) => tally.minutes.get(mode) ?? 0
  const minutesByMode: Record<Mode, number> = {
    online: onlineMinutes(tally, requirements),
    classroom: recorded('classroom'),
    remote: recorded('remote'),
    collaborative: recorded('collaborative'),
    onTheJob: recorded('onTheJob'),
  }
  const sum = (minutesOf: (mode: Mode) => number) => modes.reduce((total, mode) => total + minutesOf(mode), 0)
  return {
    lessonsDone,
    lessonsRequired: lessons.length,
    minutesDone: sum((mode) => Math.min(minutesByMode[mode], minutes[mode])),
    minutesRequired: sum((mode) => minutes[mode]),
    minutesByMode,
    assessmentPassed: tally.assessment,
    observationMet: tally.observation,
  }
}

/** Of the module's online minutes, the share that the lessons read have in the declared minutes of all of them. */
function onlineMinutes(tally: Tally, { lessons, minutes }: ModuleRequirements) {
  if (tally.lessonsRecognised || tally.lessons.size === lessons.length) return minutes.online
  const declared = lessons.reduce((total, lesson) => total + lesson.minutes, 0)
  const read = lessons.reduce((total, lesson) => total + (tally.lessons.has(lesson.slug) ? lesson.minutes : 0), 0)
  return Math.floor((minutes.online * read) / declared)
}
