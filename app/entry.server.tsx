import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import type { EntryContext } from 'react-router'
import { type HandleErrorFunction, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router'
import { requestContext } from './platform/http/request-context.server'
import { logger } from './platform/logger.server'
import { NonceContext } from './ui/nonce'
import { RequestIdContext } from './ui/request-id'

const renderTimeoutMs = 10_000

/** Renders a page whole: nothing of ours streams late parts, and a whole page has its true status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const { nonce, requestId } = context.get(requestContext)
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <RequestIdContext value={requestId}>
          <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
        </RequestIdContext>
      </NonceContext>,
      {
        nonce,
        onShellReady() {
          clearTimeout(timer)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }))
          pipe(body)
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

/** Logs what nobody expected, once, with the id the person is shown. Refusals of ours are no errors. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  const { requestId } = context.get(requestContext)
  logger.error({ err: error, requestId, method: request.method, path: new URL(request.url).pathname }, 'unexpected')
}
