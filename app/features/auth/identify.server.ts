import type { MiddlewareFunction } from 'react-router'
import { validateSession } from './lucia.server'
import { signedInContext } from './signed-in.server'

/**
 * Finds out who asks, once per request, before any loader or action; the root's middleware.
 * Sends the cookie anew when the session was prolonged, and an empty one when it has ended.
 */
export const identify: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const { signedIn, cookie } = await validateSession(request.headers.get('Cookie'))
  context.set(signedInContext, signedIn)
  const response = await next()
  // A page that set its own session cookie (signing in or out) has the last word.
  if (cookie && !response.headers.has('Set-Cookie')) response.headers.append('Set-Cookie', cookie)
  return response
}
