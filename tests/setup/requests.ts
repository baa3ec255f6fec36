import { RouterContextProvider } from 'react-router'
import type { Grant, Role } from '~/features/auth/rules/grants'
import { signedInContext } from '~/features/auth/signed-in.server'
import { requestContext } from '~/platform/http/request-context.server'

/** Who asks, with what their session says of them. */
export type Asking = { id: string; email?: string; profile?: string | null; grants: Grant[] }

/** What is asked for; a form is sent when there are fields. */
export type Asked = {
  path: string
  params?: Record<string, string>
  fields?: Record<string, string> | [string, string][]
  /** Where from: limits of attempts count by it. */
  clientAddress?: string
}

/** What a loader or an action gets, for a page asked by somebody signed in; null asks without signing in. */
export function request<Args>(
  who: Asking | null,
  { path, params = {}, fields, clientAddress = '127.0.0.1' }: Asked,
): Args {
  const context = new RouterContextProvider()
  const person = who && {
    personId: who.id,
    sessionHash: 'x',
    email: who.email ?? `${who.id}@rotta.example`,
    firstName: 'Ada',
    lastName: 'Provati',
    profile: who.profile ?? null,
    homeEntryId: null,
    grants: who.grants,
  }
  context.set(signedInContext, person)
  context.set(requestContext, { requestId: 'TEST-0000', clientAddress, nonce: 'x' })
  const url = new URL(`http://rotta.example${path}`)
  const sent = new Request(url, fields && { method: 'POST', body: new URLSearchParams(fields) })
  return { request: sent, context, url, params, pattern: '', unstable_pattern: '' } as Args
}

type Visitor = { id: string; profile?: string | null; roles: Role[] }

/** As `request`, by somebody who holds roles for the whole region. */
export function asked<Args>(
  visitor: Visitor | null,
  path: string,
  params: Record<string, string> = {},
  fields?: Record<string, string>,
): Args {
  const grants = visitor?.roles.map((role): Grant => ({ role, scope: { kind: 'region' }, startsOn: '2019-01-01' }))
  return request<Args>(visitor && { ...visitor, grants: grants ?? [] }, { path, params, fields })
}
