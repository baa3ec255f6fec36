import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import type { Grant } from '~/features/auth/rules/grants'
import { request } from './requests'

const learnerRole: Grant = { role: 'learner', scope: { kind: 'region' }, startsOn: '2019-01-01' }
export const trainerRole: Grant = { ...learnerRole, role: 'trainer', scope: { kind: 'province', province: 'BG' } }

export type Sent = {
  fields?: Record<string, string>
  params?: Record<string, string>
  query?: string
  grants?: Grant[]
}

/** As `request`, by somebody with these very roles and scopes. */
export function sent<Args>(
  personId: string | null,
  { fields, params, query = '', grants = [learnerRole] }: Sent = {},
): Args {
  return request<Args>(personId === null ? null : { id: personId, grants }, {
    path: `/pagina${query}`,
    params,
    fields,
  })
}

/** The status and what else an answer says, whether it was returned or thrown. */
export async function answered(work: () => unknown) {
  try {
    const value = await work()
    if (value instanceof Response) return { status: value.status, body: await value.json() }
    const { init, data } = (value ?? {}) as { init?: { status?: number }; data?: unknown }
    return { status: init?.status ?? 200, body: data ?? value }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, to: thrown.headers.get('location') }
    const { init, data } = thrown as { init?: { status?: number }; data?: unknown }
    if (!init) throw thrown
    return { status: init.status, body: data }
  }
}

/** The HTML of a page with what its loader gave, and its action when a form was sent. */
export function shown(page: unknown, loaderData: unknown, actionData?: unknown): string {
  const Page = createRoutesStub([{ id: 'page', path: '/', Component: page as FunctionComponent<object> }])
  const hydrationData = { loaderData: { page: loaderData }, actionData: actionData ? { page: actionData } : null }
  return renderToStaticMarkup(createElement(Page, { hydrationData }))
}
