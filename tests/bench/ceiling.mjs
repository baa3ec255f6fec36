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
    const value = await handler(args)
    return () => renewed(value)
  } catch (thrown) {
    return () => {
      throw renewed(thrown)
    }
  }
}

/** A Response can be sent once: redirects, the only ones here, are made anew. */
function renewed(value) {
  return value instanceof Response
    ? new Response(null, { status: value.status, headers: new Headers(value.headers) })
    : value
}

function caseOf({ request }) {
  return request.headers.get('x-bench-case')
}
