import { data, redirect } from 'react-router'
import { requestContext } from '~/platform/http/request-context.server'
import { requireSignedIn } from '../authorise.server'
import { signOut } from '../end-sessions.server'
import { endedSessionCookie } from '../lucia.server'
import type { Route } from './+types/sign-out'

/** Signing out changes something, so it is a POST; there is nothing to see here. */
export function loader(): never {
  throw data(null, { status: 404 })
}

export async function action({ request, context }: Route.ActionArgs) {
  const signedIn = requireSignedIn(request, context)
  await signOut(signedIn, context.get(requestContext).requestId, new Date())
  throw redirect('/accedi?fatto=uscita', { status: 303, headers: { 'Set-Cookie': endedSessionCookie() } })
}
