// The ceiling the bench compares with: the same server, framework and page components, from constant data.
//
// The built server's own route modules are wrapped before it starts: for each case (header x-bench-case) the
// first request runs middleware, loaders and actions as they are, and what they answered is kept; every later
// request gets that constant, with no middleware, query or rule run.
import { pathToFileURL } from 'node:url'

const { routes, start } = await import(pathToFileURL('build/server/index.js').href)

/** Cases whose first request has been answered: their middleware is skipped from then on. */
const captured = new Set()

for (const route of Object.values(routes)) {
  const { middleware = [], loader, action } = route.module
  const outermost = route.parentId === undefined ? [noteCaptured] : []
  route.module = {
    ...route.module,
    middleware: [...outermost, ...middleware.map(onlyFirst)],
    ...(loader && { loader: constantOf(loader) }),
    ...(action && { action: constantOf(action) }),
  }
}
await start()

/** Around everything else: once a whole request of a case has been answered, every part of it is kept. */
async function noteCaptured(args, next) {
  const response = await next()
  const name = caseOf(args)
  if (name) captured.add(name)
  return response
}

function onlyFirst(middleware) {
  return (args, next) => (captured.has(caseOf(args)) ? next() : middleware(args, next))
}

function constantOf(handler) {
  const kept = new Map()
  return async (args) => {
    const name = caseOf(args)
    const again = kept.get(name)
    if (again) return again()
    const answer = await outcome(handler, args)
    if (name) kept.set(name, answer)
    return answer()
  }
}

/** Runs the handler once; what comes back gives the same answer, or throws the same refusal, every time. */
async function outcome(handler, args) {
  try {
    return await renewing(await handler(args))
  } catch (thrown) {
    const renewed = await renewing(thrown)
    return () => {
      throw renewed()
    }
  }
}

/** A Response can be sent once: it is made anew each time, with what it held. */
async function renewing(value) {
  if (!(value instanceof Response)) return () => value
  const { status, headers } = value
  const body = (await value.text()) || null
  return () => new Response(body, { status, headers: new Headers(headers) })
}

function caseOf({ request }) {
  return request.headers.get('x-bench-case')
}
