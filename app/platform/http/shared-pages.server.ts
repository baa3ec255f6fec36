import type { RequestHandler } from 'express'

/*
 * Pages that are the same for everybody who has not signed in: rendered once while the server runs, since
 * content, build and kind of installation change only with a new start. A page says so itself, by
 * `handle = { sharedWhenAnonymous: true }`. Whoever brings a cookie, or asks a question, gets a page of
 * their own (docs/decisions/0012-shared-pages.md).
 */

/** By path: the page, cut where its nonce stands, because every answer has a nonce of its own. */
const pages = new Map<string, string[]>()
/** The guide has about 80 addresses; whoever asks for other spellings of them pushes out the oldest. */
const mostPages = 500

/** True when the answer to this request could be anybody's. */
export function isAnonymous(request: { method: string; cookie: string | undefined | null; url: string }): boolean {
  return request.method === 'GET' && !request.cookie && !request.url.includes('?')
}

/** Keeps a page that was rendered for an anonymous request. */
export function keepSharedPage(path: string, html: string, nonce: string): void {
  const [oldest] = pages.keys()
  if (oldest !== undefined && pages.size >= mostPages) pages.delete(oldest)
  pages.set(path, html.split(nonce))
}

/** Answers with a page kept, if there is one for this request. */
export const serveSharedPage: RequestHandler = (request, response, next) => {
  const { method, url } = request
  const page = isAnonymous({ method, url, cookie: request.get('Cookie') }) ? pages.get(request.path) : undefined
  if (!page) return next()
  response.type('html').send(page.join(response.locals.nonce))
}
