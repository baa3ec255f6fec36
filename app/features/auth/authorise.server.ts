import { data, type RouterContextProvider, redirect } from 'react-router'
import { type Day, dayOf } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { requestContext } from '~/platform/http/request-context.server'
import { grantsFromRows } from './grants-from-rows'
import { covers, type Grant, type Scope } from './rules/grants'
import type { Action } from './rules/permission-matrix'
import { resolvePermission, scopesOf } from './rules/resolve-permission'
import { type SignedIn, signedInContext } from './signed-in.server'

declare const proven: unique symbol

/**
 * Proof that somebody may do one action, made here and nowhere else. Commands and queries ask for it,
 * so that a call nobody authorised does not compile.
 */
export type Authorised<A extends Action> = {
  readonly [proven]: A
  /** Null when the operator's own commands act. */
  actorId: string | null
  requestId: string
  grants: readonly Grant[]
  /** Where this action is allowed: never empty. */
  scopes: readonly Scope[]
  now: Date
  today: Day
}

/** True when the thing lies where this action is allowed. */
export function reaches(by: { scopes: readonly Scope[] }, target: Scope): boolean {
  return by.scopes.some((scope) => covers(scope, target))
}

/**
 * The signed-in person, for pages of everybody's own.
 * @throws a redirect to the sign-in page for a GET, 401 for anything else
 */
export function requireSignedIn(request: Request, context: Readonly<RouterContextProvider>): SignedIn {
  const signedIn = context.get(signedInContext)
  if (signedIn) return signedIn
  if (request.method !== 'GET' && request.method !== 'HEAD') throw data(null, { status: 401 })
  throw redirect(`/accedi?ritorno=${encodeURIComponent(returnPath(request))}`, 303)
}

/**
 * Proof that the signed-in person may do `action` somewhere.
 * @throws as requireSignedIn, and 403 when none of their roles does it
 */
export function authorise<A extends Action>(
  action: A,
  request: Request,
  context: Readonly<RouterContextProvider>,
): Authorised<A> {
  const signedIn = requireSignedIn(request, context)
  const now = new Date()
  const today = dayOf(now)
  if (resolvePermission(signedIn.grants, action, undefined, today) !== 'allowed') throw data(null, { status: 403 })
  return {
    actorId: signedIn.personId,
    requestId: context.get(requestContext).requestId,
    grants: signedIn.grants,
    scopes: scopesOf(signedIn.grants, action, today),
    now,
    today,
  } as unknown as Authorised<A>
}

/** Proof for the operator's own commands (`npm run rotta`, the demo's first load): the whole region. */
export function authoriseOperator<A extends Action>(_action: A, requestId: string, now: Date): Authorised<A> {
  const region = { kind: 'region' } as const
  return {
    actorId: null,
    requestId,
    grants: [{ role: 'admin', scope: region, startsOn: '1970-01-01' }],
    scopes: [region],
    now,
    today: dayOf(now),
  } as unknown as Authorised<A>
}

/**
 * Proof that a person may do `action`, from the roles they hold: for the demo's first load alone, where invented
 * people act through the product's own commands without a sign-in.
 * @throws when none of their roles does it
 */
export async function authorisePerson<A extends Action>(
  action: A,
  personId: string,
  requestId: string,
  now: Date,
): Promise<Authorised<A>> {
  const rows = await database.roleAssignment.findMany({
    where: { personId },
    select: { role: true, scopeKind: true, scopeId: true, seat: true, startsOn: true, endsOn: true },
  })
  const grants = grantsFromRows(rows)
  const today = dayOf(now)
  const scopes = scopesOf(grants, action, today)
  if (scopes.length === 0) throw new Error(`Person ${personId} may not do ${action}`)
  return { actorId: personId, requestId, grants, scopes, now, today } as unknown as Authorised<A>
}

/** The page to come back to: path and query, without the suffix of data requests. */
function returnPath(request: Request) {
  const url = new URL(request.url)
  const path = url.pathname.replace(/\/?_?\.data$/, '') || '/'
  url.searchParams.delete('_routes')
  return path + url.search
}
