import type { RequestHandler } from 'express'

/*
 * Pages that are the same for everybody who has not signed in: rendered once while the server runs, since
 * content, build and kind of installation change only with a new start. A page says so itself, by its `handle`; one
 * that tells of the plan holds as long as that plan is in force. Whoever brings a cookie, or asks a question, gets a
 * page of their own (docs/decisions/0012-shared-pages.md).
 */

/** A page cut where its nonce stands, because every answer has a nonce of its own. */
type SharedPage = { pieces: string[]; holdsFor: PlanTold }

/** The number of the plan that a page was told from, null when there was none; undefined when it tells of no plan. */
export type PlanTold = number | null | undefined

const pages = new Map<string, SharedPage>()
/** The guide has about 80 addresses; whoever asks for other spellings of them pushes out the oldest. */
const mostPages = 500

/** True when the answer to this request could be anybody's. */
export function isAnonymous(request: { method: string; cookie: string | undefined | null; url: string }): boolean {
  return request.method === 'GET' && !request.cookie && !request.url.includes('?')
}

/** Keeps a page that was rendered for an anonymous request. */
export function keepSharedPage(path: string, html: string, nonce: string, holdsFor: PlanTold): void {
  const [oldest] = pages.keys()
  if (oldest !== undefined && pages.size >= mostPages) pages.delete(oldest)
  pages.set(path, { pieces: html.split(nonce), holdsFor })
}

/**
 * Answers with a page kept, if there is one for this request and it still holds.
 * @param planInForce the number of the plan in force; asked only for pages that tell of it
 */
export function serveSharedPages(planInForce: () => Promise<number | null>): RequestHandler {
  return async (request, response, next) => {
    const { method, url } = request
    const page = isAnonymous({ method, url, cookie: request.get('Cookie') }) ? pages.get(request.path) : undefined
    if (!page || (page.holdsFor !== undefined && page.holdsFor !== (await planInForce()))) return next()
    response.type('html').send(page.pieces.join(response.locals.nonce))
  }
}
