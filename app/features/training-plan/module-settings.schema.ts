import { z } from 'zod'
import { profiles } from '~/features/auth/rules/profiles'
import {
  type BlueprintCell,
  type Hours,
  levels,
  type ModuleSettings,
  modes,
  type ObservationRule,
} from '~/features/curriculum/rules/module-content'
import { parseHours } from '~/lib/minutes'
import { formatNumber } from '~/lib/numbers'
import { countField, moduleSlug, revisionField } from './draft-forms.schema'

const wrongHours = 'Scrivi ore intere o mezze, da 0 a 500: per esempio 1,5'
const wrongWaits = 'Scrivi le ore intere, una per volta, separate da virgole: per esempio 1, 24'

/** Hours as Italians write them: "1,5". Nothing is zero. */
const hoursField = z
  .string()
  .optional()
  .transform((text, context) => {
    const minutes = parseHours(text ?? '0')
    if (minutes !== undefined && minutes <= 500 * 60 && minutes % 30 === 0) return minutes / 60
    context.addIssue({ code: 'custom', message: wrongHours })
    return z.NEVER
  })

const hoursByMode = z.object({
  online: hoursField,
  classroom: hoursField,
  remote: hoursField,
  collaborative: hoursField,
  onTheJob: hoursField,
})

/** Nothing is no wait, which a single attempt may do with. */
const waitHours = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return []
    const parts = text.split(/[,;]/).map((part) => part.trim())
    if (parts.length <= 20 && parts.every((part) => /^\d{1,4}$/.test(part))) return parts.map(Number)
    context.addIssue({ code: 'custom', message: wrongWaits })
    return z.NEVER
  })

const cells = countField(0, 200).optional()
const blueprintRow = z.object({
  // Of the final test, the slug of a module.
  objective: z.string().max(100),
  remember: cells,
  understand: cells,
  apply: cells,
  any: cells,
})

/** The form with the settings of a composed module. */
export const moduleSettingsForm = z
  .object({
    revision: revisionField,
    taken: z.array(z.enum(profiles)).optional(),
    hours: z.object({ navigator: hoursByMode, operatore: hoursByMode }),
    prerequisites: z.array(moduleSlug).max(100).optional(),
    blueprint: z.array(blueprintRow).max(100),
    cut: countField(0, 500),
    attempts: countField(1, 20),
    waitHours,
    timeLimitMinutes: countField(1, 600).optional(),
    observed: z.boolean().optional(),
    required: countField(1, 50).optional(),
    observers: countField(1, 50).optional(),
    cutPercent: countField(1, 100).optional(),
  })
  .superRefine((form, context) => {
    if (!form.observed) return
    const missing = (['required', 'observers', 'cutPercent'] as const).filter((field) => form[field] === undefined)
    for (const field of missing) context.addIssue({ code: 'custom', path: [field], message: 'Scrivi un numero intero' })
    if ((form.observers ?? 0) > (form.required ?? 0) && missing.length === 0) {
      const message = 'Chi osserva non può essere più delle osservazioni richieste'
      context.addIssue({ code: 'custom', path: ['observers'], message })
    }
  })

type Typed = z.infer<typeof moduleSettingsForm>

/** What was typed, as the composition keeps it: profiles that do not take the module have no hours. */
export function settingsOfForm(form: Typed): ModuleSettings {
  const taken = profiles.filter((profile) => form.taken?.includes(profile))
  const observation = observationOf(form)
  const { cut, attempts, timeLimitMinutes } = form
  return {
    hours: Object.fromEntries(taken.map((profile) => [profile, form.hours[profile]])),
    prerequisites: form.prerequisites ?? [],
    assessment: {
      blueprint: form.blueprint.flatMap(cellsOfRow),
      cut,
      attempts,
      waitHours: form.waitHours,
      ...(timeLimitMinutes && { timeLimitMinutes }),
    },
    ...(observation && { observation }),
  }
}

function observationOf({ observed, required, observers, cutPercent }: Typed): ObservationRule | undefined {
  if (!observed || !required || !observers || !cutPercent) return undefined
  return { required, observers, cutPercent }
}

/** The narrower cells first, as the content writes them. */
function cellsOfRow({ objective, any, ...byLevel }: Typed['blueprint'][number]): BlueprintCell[] {
  return [
    ...levels.flatMap((level) => {
      const count = byLevel[level]
      return count ? [{ objective, level, count }] : []
    }),
    ...(any ? [{ objective, count: any }] : []),
  ]
}

/** What the form starts from. */
export function formOfSettings(settings: ModuleSettings, objectives: readonly { id: string }[]) {
  const { hours, prerequisites, assessment, observation } = settings
  const countIn = (objective: string, level: BlueprintCell['level']) =>
    assessment.blueprint
      .filter((cell) => cell.objective === objective && cell.level === level)
      .reduce((sum, { count }) => sum + count, 0)
  return {
    taken: profiles.filter((profile) => hours[profile] !== undefined),
    hours: { navigator: typedHours(hours.navigator), operatore: typedHours(hours.operatore) },
    prerequisites,
    blueprint: objectives.map(({ id }) => ({
      objective: id,
      remember: countIn(id, 'remember'),
      understand: countIn(id, 'understand'),
      apply: countIn(id, 'apply'),
      any: countIn(id, undefined),
    })),
    cut: assessment.cut,
    attempts: assessment.attempts,
    waitHours: assessment.waitHours.join(', '),
    timeLimitMinutes: assessment.timeLimitMinutes,
    observed: observation !== undefined,
    required: observation?.required ?? 1,
    observers: observation?.observers ?? 1,
    cutPercent: observation?.cutPercent ?? 70,
  }
}

function typedHours(hours: Hours | undefined) {
  return Object.fromEntries(modes.map((mode) => [mode, formatNumber(hours?.[mode] ?? 0)])) as Record<
    keyof Hours,
    string
  >
}
