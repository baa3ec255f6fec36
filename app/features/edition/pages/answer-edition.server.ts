import { data, type RouterContextProvider } from 'react-router'
import type { Day } from '~/lib/dates'
import { requestContext } from '~/platform/http/request-context.server'
import type { EditionSource } from '../edition.server'
import { fileDocument, servedDocument } from '../edition-document'
import { renderEdition } from '../render-edition'

type Asked = { url: URL; context: Readonly<RouterContextProvider>; back: string; day: Day }

/**
 * The edition as a page; with `?scarica` as a file, with `?stile` what the margins of its pages say.
 * @throws 404 without a version
 */
export async function answerEdition(source: EditionSource | undefined, { url, context, back, day }: Asked) {
  if (!source) throw data(null, { status: 404 })
  const edition = await renderEdition(source, day)
  if (url.searchParams.has('stile')) {
    return new Response(edition.pageRules, { headers: { 'Content-Type': 'text/css; charset=utf-8' } })
  }
  const headers = { 'Content-Type': 'text/html; charset=utf-8' }
  if (url.searchParams.has('scarica')) {
    const attachment = { 'Content-Disposition': `attachment; filename="${edition.fileName}"` }
    return new Response(fileDocument(edition), { headers: { ...headers, ...attachment } })
  }
  const { nonce } = context.get(requestContext)
  return new Response(servedDocument(edition, { back, nonce }), { headers })
}
