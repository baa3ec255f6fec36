import { z } from 'zod'
import { profiles } from '~/features/auth/rules/profiles'
import { scopeField } from '~/features/territory/scope.schema'

const enrolmentStates = ['in-corso', 'completate', 'lasciate'] as const

/** Which enrolments a list shows, as the address says it (`?provincia=BG&stato=in-corso`). What is not known is left out. */
const enrolmentFilters = z.object({
  provincia: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  sede: z
    .string()
    .regex(/^[A-Z]{2}\.[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
  profilo: z.enum(profiles).optional().catch(undefined),
  stato: z.enum(enrolmentStates).optional().catch(undefined),
})

export type EnrolmentFilters = z.infer<typeof enrolmentFilters>

/** The filters in the query of an address. */
export function readEnrolmentFilters(query: URLSearchParams): EnrolmentFilters {
  return enrolmentFilters.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
}

/** The query that says these filters. */
export function enrolmentQuery(filters: EnrolmentFilters, more: Record<string, string> = {}): string {
  const set = Object.entries({ ...filters, ...more }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}

/** What somebody types to find a person. */
export const searchForm = z.object({ cerca: z.string().trim().max(100, 'Scrivi al massimo 100 caratteri').optional() })

/** What a button of the list asks for. */
export const searchIntent = z.enum(['search', 'enrol'])

/** Whom to enrol together, as the address says it (`?luogo=province:BG&profilo=navigator`). */
export const groupChoice = z.object({
  luogo: scopeField('Scegli una sede o una provincia'),
  profilo: z.enum(profiles).optional(),
})

/** The confirmation of a group: the version whose numbers were shown. */
export const groupConfirmation = groupChoice.extend({ versionId: z.string().max(100) })
