import { RouterContextProvider } from 'react-router'
import type { Grant, Role } from '~/features/auth/rules/grants'
import { signedInContext } from '~/features/auth/signed-in.server'
import { requestContext } from '~/platform/http/request-context.server'

type Visitor = { id: string; profile?: string | null; roles: Role[] }

/**
 * What a loader or an action gets, for a page asked by somebody signed in; null asks without signing in.
 * @param fields a form that is sent; without it the page itself is asked for
 */
export function asked<Args>(
  visitor: Visitor | null,
  path: string,
  params: Record<string, string> = {},
  fields?: Record<string, string>,
): Args {
  const context = new RouterContextProvider()
  const person = visitor && {
    personId: visitor.id,
    sessionHash: 'x',
    email: `${visitor.id}@rotta.example`,
    firstName: 'Ada',
    lastName: 'Provati',
    profile: visitor.profile ?? null,
    homeEntryId: null,
    grants: visitor.roles.map((role): Grant => ({ role, scope: { kind: 'region' }, startsOn: '2019-01-01' })),
  }
  context.set(signedInContext, person)
  context.set(requestContext, { requestId: 'TEST-0000', clientAddress: '127.0.0.1', nonce: 'x' })
  const url = new URL(`http://rotta.example${path}`)
  const request = new Request(url, fields && { method: 'POST', body: new URLSearchParams(fields) })
  return { request, context, url, params, pattern: '', unstable_pattern: '' } as Args
}
