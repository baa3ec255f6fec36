import { z } from 'zod'
import { emailField } from '~/features/auth/auth-forms.schema'
import { parseDay } from '~/lib/dates'

const day = z
  .string()
  .transform((text) => parseDay(text))
  .optional()
  .catch(undefined)

/** Which rows of the log a page shows, as the address says it. What is not known is left out. */
export const auditFilters = z.object({
  /** The first part of an action: `person`, `role`… */
  atto: z
    .string()
    .regex(/^[a-z]+$/)
    .optional()
    .catch(undefined),
  /** A person's id: what they did, and what was done to them. */
  persona: z.string().max(100).optional().catch(undefined),
  /** The id of any object. */
  oggetto: z.string().max(200).optional().catch(undefined),
  dal: day,
  al: day,
})

export type AuditFilters = z.infer<typeof auditFilters>

/** The filters in the query of an address. */
export function readAuditFilters(query: URLSearchParams): AuditFilters {
  return auditFilters.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
}

/** The query that says these filters. */
export function auditQuery(filters: AuditFilters, more: Record<string, string> = {}): string {
  const set = Object.entries({ ...filters, ...more }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}

/** Whose acts somebody asks for: the e-mail, or nothing. */
export const auditSearchForm = z.object({ email: emailField.optional() })
