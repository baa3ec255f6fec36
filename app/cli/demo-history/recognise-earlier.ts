import { recordedModes } from '~/features/evidence/rules/requirements'
import type { PlannedRecognition } from './acts'
import { type Calendar, daysAfter } from './calendar'
import type { ModuleStretch, Run } from './run'
import { when } from './run'
import { recognition as texts } from './texts'

/** Earlier evidence that stands for a part of the first module, where the learner's case is one of these. */
export function recogniseEarlier(run: Run, { module, requirements }: ModuleStretch): void {
  const { trait, chance, recognised } = run
  const at = when(run, trait.startsAt - 0.6)
  if (!at) return
  const recognise = (subject: PlannedRecognition['subject'], minutes?: number): PlannedRecognition => {
    const recognition: PlannedRecognition = {
      key: chance.id(),
      learner: run.learner,
      module: module.slug,
      subject,
      ...(minutes !== undefined && { minutes }),
      occurredOn: daysAfter(firstDay(run.calendar), -chance.whole(40, 300)),
      reason: texts.reason,
      document: `${texts.document}${chance.whole(100, 999)}`,
      byId: run.managerId,
    }
    run.acts.push({ kind: 'recognised', at, recognition })
    return recognition
  }
  // What a class would give: hours of the job are validated one by one.
  const mode = recordedModes.find((one) => one !== 'onTheJob' && requirements.minutes[one] > 0)
  switch (trait.case) {
    case 'lessons-recognised':
      recognise('lessons')
      recognised.lessons.add(module.slug)
      return
    case 'test-recognised':
      recognise('assessment')
      recognised.test.add(module.slug)
      run.passed.set(module.slug, trait.startsAt)
      return
    case 'hours-recognised':
      if (!mode) return
      recognise(mode, requirements.minutes[mode])
      recognised.hours.set(module.slug, mode)
      return
    case 'recognition-corrected': {
      // Taken back before the first lesson: they are read as by anybody else.
      const mistaken = recognise('lessons')
      const later = when(run, trait.startsAt - 0.3)
      if (later)
        run.acts.push({ kind: 'recognition-corrected', at: later, recognition: mistaken, reason: texts.mistaken })
      return
    }
    default:
  }
}

function firstDay({ days }: Calendar) {
  return days[0] ?? ''
}
