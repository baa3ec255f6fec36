import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { loggedPath } from './platform/http/logged-path'
import { requestContext } from './platform/http/request-context.server'
import { isAnonymous, keepSharedPage, type PlanTold } from './platform/http/shared-pages.server'
import { logger } from './platform/logger.server'
import type { PageHandle } from './ui/frame/page-handle'
import { NonceContext } from './ui/nonce'
import { RequestIdContext } from './ui/request-id'

const renderTimeoutMs = 10_000

/** Answers with a page, and keeps it when it is the same for everybody. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const { nonce, requestId } = context.get(requestContext)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // Whole, not in pieces: nothing of ours comes late, and a whole page has its true status.
  const { html, failed } = await render(request.url, routerContext, nonce, requestId)
  if (failed) return new Response(html, { headers, status: 500 })
  const asked = { method: request.method, cookie: request.headers.get('Cookie'), url: request.url }
  const sharing = sharingOf(routerContext)
  if (status === 200 && sharing && isAnonymous(asked)) {
    keepSharedPage(new URL(request.url).pathname, html.toString(), nonce, sharing.holdsFor)
  }
  return new Response(html, { headers, status })
}

function render(url: string, routerContext: EntryContext, nonce: string, requestId: string) {
  return new Promise<{ html: Buffer<ArrayBuffer>; failed: boolean }>((resolve, reject) => {
    let failed = false
    const pieces: Uint8Array[] = []
    const whole = new Writable({
      write(piece, _encoding, done) {
        pieces.push(piece)
        done()
      },
      final(done) {
        resolve({ html: Buffer.concat(pieces), failed })
        done()
      },
    })
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <RequestIdContext value={requestId}>
          <ServerRouter context={routerContext} url={url} nonce={nonce} />
        </RequestIdContext>
      </NonceContext>,
      {
        nonce,
        onShellReady() {
          clearTimeout(timer)
          pipe(whole)
        },
        onShellError: reject,
        onError(error) {
          failed = true
          logger.error({ err: error, requestId }, 'page did not render')
        },
      },
    )
    const timer = setTimeout(abort, renderTimeoutMs)
  })
}

/** How long the page may be kept for everybody, as it says itself; undefined when not at all. */
function sharingOf({ routeModules, staticHandlerContext }: EntryContext): { holdsFor: PlanTold } | undefined {
  const id = staticHandlerContext.matches.at(-1)?.route.id
  const handle = id === undefined ? undefined : (routeModules[id]?.handle as PageHandle | undefined)
  if (id === undefined || !handle?.sharedWhenAnonymous) return undefined
  if (handle.sharedWhenAnonymous === true) return { holdsFor: undefined }
  // Without a word of the plan it was told from, nobody would know when it ends.
  const told: unknown = staticHandlerContext.loaderData[id]?.toldPlan
  return typeof told === 'number' || told === null ? { holdsFor: told } : undefined
}

/** Logs what nobody expected, once, with the id the person is shown. Refusals of ours are no errors. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  const { requestId } = context.get(requestContext)
  logger.error(
    { err: error, requestId, method: request.method, path: loggedPath(new URL(request.url).pathname) },
    'unexpected',
  )
}
