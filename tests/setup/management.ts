import { expect } from 'vitest'
import type { Grant } from '~/features/auth/rules/grants'
import { request } from './requests'

type Fields = Record<string, string> | [string, string][]

/** The plan manager's role, for the whole region. */
export const managerRole: Grant = { role: 'plan-manager', scope: { kind: 'region' }, startsOn: '2019-01-01' }

/** What may differ between two calls of a page below /gestione; a form is sent when there are fields. */
export type ManagementCall = { fields?: Fields; params?: Record<string, string>; query?: string; grants?: Grant[] }

/** What a loader or an action of the management pages is called with. */
export function managementCall<Args>(
  person: { id: string; email: string },
  { fields, params = {}, query = '', grants = [managerRole] }: ManagementCall,
): Args {
  return request<Args>({ ...person, grants }, { path: `/gestione${query}`, params, fields })
}

export function formsOf(html: string): string[] {
  return html.match(/<form[\s\S]*?<\/form>/g) ?? []
}

/** The first form that holds this piece of HTML; empty when none does. */
export function formWith(html: string, part: string): string {
  return formsOf(html).find((form) => form.includes(part)) ?? ''
}

/** The fields of a form as a browser would send them. */
export function fieldsOf(form: string): [string, string][] {
  return [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const unticked = tag.includes('type="checkbox"') && !tag.includes('checked')
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    return unticked ? [] : [[value('name'), value('value')]]
  })
}

/** Where somebody is sent after a form that was accepted. */
export async function redirectOf(sending: Promise<unknown>): Promise<string | null> {
  const thrown = await sending.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toMatchObject({ status: 303 })
  return (thrown as Response).headers.get('Location')
}
