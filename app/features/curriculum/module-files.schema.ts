import { z } from 'zod'
import { hoursByProfileSchema } from './plan-files.schema'
import { levels } from './rules/module-content'
import { factIdsSchema, slugSchema, textSchema } from './statement.schema'

/** Where something rests. That exactly one of the two stands there is for rules/grounds.ts to say. */
const ground = { facts: factIdsSchema.optional(), practice: z.literal(true).optional() }

const whole = z.number().int('qui ci vuole un numero intero')
const atLeastOne = whole.min(1, 'il numero è almeno 1')
const percent = whole.min(1, 'la percentuale va da 1 a 100').max(100, 'la percentuale va da 1 a 100')

const objectiveId = z.string().regex(/^O\d{1,2}$/, 'un obiettivo si scrive così: O1')
const numbered = (letter: string, name: string) =>
  z.string().regex(new RegExp(`^${letter}\\d{1,3}$`), `${name} si scrive così: ${letter}1`)
const guideId = z.string().regex(/^(fase-[1-9]|F\d\.C?\d)$/, 'un collegamento si scrive così: fase-5, F5.1 o F5.C1')

const cellOf = { level: z.enum(levels).optional(), count: atLeastOne }
const assessmentRule = {
  cut: atLeastOne,
  /** Why the cut is where it is. */
  cutReason: textSchema.optional(),
  attempts: atLeastOne,
  waitHours: z.array(z.number().min(0, 'le ore di attesa non possono essere meno di zero')),
  timeLimitMinutes: atLeastOne.optional(),
}
const titleSchemas = {
  title: textSchema,
  shortTitle: textSchema.max(24, 'il titolo breve ha al massimo 24 caratteri'),
  summary: textSchema,
}

export const moduleFileSchema = z.strictObject({
  ...titleSchemas,
  hours: hoursByProfileSchema,
  prerequisites: z.array(slugSchema),
  phases: z.array(whole.min(1, 'le fasi vanno da 1 a 9').max(9, 'le fasi vanno da 1 a 9')),
  trains: z.strictObject({
    tasks: z.array(textSchema),
    acts: z.array(textSchema),
    leps: z.array(textSchema),
    topics: z.array(textSchema),
    areas: z.array(textSchema),
  }),
  objectives: z.array(z.strictObject({ id: objectiveId, text: textSchema })).min(1),
  lessons: z.array(slugSchema).min(1),
  exerciseMinutes: whole.min(0, 'i minuti non possono essere meno di zero'),
  assessment: z.strictObject({
    blueprint: z.array(z.strictObject({ objective: objectiveId, ...cellOf })).min(1),
    ...assessmentRule,
  }),
  observation: z.strictObject({ required: atLeastOne, observers: atLeastOne, cutPercent: percent }).optional(),
})

/** `content/final-test.yaml`: it draws from the modules, so its cells name these. */
export const finalTestFileSchema = z.strictObject({
  ...titleSchemas,
  blueprint: z.array(z.strictObject({ module: slugSchema, ...cellOf })).min(1),
  ...assessmentRule,
})

export const lessonHeadSchema = z.strictObject({
  title: textSchema,
  lead: textSchema,
  minutes: atLeastOne,
  objectives: z.array(objectiveId).min(1),
  see: z.array(guideId),
})

export const jobAidHeadSchema = z.strictObject({ title: textSchema, lead: textSchema })

export const questionsFileSchema = z.array(
  z.strictObject({
    id: numbered('Q', 'una domanda'),
    objective: objectiveId,
    level: z.enum(levels),
    tests: z.array(textSchema),
    stem: textSchema,
    options: z
      .array(z.strictObject({ id: z.enum(['a', 'b', 'c', 'd']), text: textSchema }))
      .min(3)
      .max(4),
    key: z.enum(['a', 'b', 'c', 'd']),
    explanation: textSchema,
    ...ground,
  }),
)

export const formFileSchema = z.strictObject({
  title: textSchema,
  settings: z.array(textSchema).min(1),
  criteria: z.array(
    z.strictObject({
      id: numbered('C', 'un criterio'),
      critical: z.boolean(),
      observes: z.array(textSchema),
      operatore: textSchema.optional(),
      navigator: textSchema.optional(),
      met: textSchema,
      partly: textSchema,
      notMet: textSchema,
      ...ground,
    }),
  ),
})

export const activitiesFileSchema = z.array(
  z.strictObject({
    id: numbered('A', 'un’attività'),
    title: textSchema,
    minutes: atLeastOne,
    purpose: textSchema,
    steps: z.array(textSchema).min(1),
    product: textSchema,
    trainer: textSchema,
    ...ground,
  }),
)

/** What stands in a `:::verifica`: a self-check, never scored. */
export const selfCheckSchema = z.strictObject({
  question: textSchema,
  options: z
    .array(z.strictObject({ text: textSchema, right: z.literal(true).optional(), why: textSchema }))
    .min(2)
    .max(4),
  ...ground,
})

export type ModuleFile = z.infer<typeof moduleFileSchema>
export type FinalTestFile = z.infer<typeof finalTestFileSchema>
export type LessonHead = z.infer<typeof lessonHeadSchema>
export type JobAidHead = z.infer<typeof jobAidHeadSchema>
export type QuestionInFile = z.infer<typeof questionsFileSchema>[number]
export type FormFile = z.infer<typeof formFileSchema>
export type ActivityInFile = z.infer<typeof activitiesFileSchema>[number]
export type SelfCheck = z.infer<typeof selfCheckSchema>
