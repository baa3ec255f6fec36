import { z } from 'zod'
import { factIdsSchema, keywordsSchema, slugSchema, statementSchema, textSchema } from './statement.schema'

const statements = z.array(statementSchema)
const taskId = z.string().regex(/^F\d\.\d$/, 'un’attività del Navigator si scrive così: F5.1')
const actId = z.string().regex(/^F\d\.C\d$/, 'un compito del CPI si scrive così: F5.C1')

const common = {
  title: textSchema,
  does: textSchema,
  facts: factIdsSchema,
  purpose: statements.min(1),
  steps: statements.min(1),
  terms: z.array(slugSchema),
  keywords: keywordsSchema,
}

const actSchema = z.strictObject({ id: actId, ...common, watch: statements.min(1), tasks: z.array(taskId) })

const taskSchema = z.strictObject({
  id: taskId,
  ...common,
  verb: z.enum(['affianca', 'assiste', 'coadiuva', 'supporta', 'collabora']),
  alongside: z.enum(['operatore', 'responsabile', 'cpi']),
  limits: statements.min(1),
  acts: z.array(actId),
})

const specialCaseSchema = z.strictObject({
  id: slugSchema,
  title: textSchema,
  beneficiary: textSchema,
  acts: z.array(actId),
  tasks: z.array(taskId),
  facts: factIdsSchema,
  explain: statements,
  keywords: keywordsSchema,
})

export const phaseFileSchema = z.strictObject({
  number: z.number().int().min(1).max(9),
  title: textSchema,
  shortTitle: textSchema,
  inMatrix: z.boolean(),
  cite: textSchema,
  lead: statements.min(1).max(2),
  deadlines: z.array(z.strictObject({ ...statementSchema.shape, value: textSchema })),
  tools: statements,
  beneficiary: statements,
  acts: z.array(actSchema),
  tasks: z.array(taskSchema),
  specialCases: z.array(specialCaseSchema),
  notes: statements,
  keywords: keywordsSchema,
})

export const furtherActivitiesFileSchema = z.strictObject({
  title: textSchema,
  cite: textSchema,
  lead: statements.min(1),
  notes: statements,
  keywords: keywordsSchema,
})

export type Phase = z.infer<typeof phaseFileSchema>
export type CentreAct = z.infer<typeof actSchema>
export type Task = z.infer<typeof taskSchema>

export type FurtherActivities = z.infer<typeof furtherActivitiesFileSchema>
