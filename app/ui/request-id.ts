import { createContext, useContext } from 'react'
import { lastRequestId } from './last-request-id'

/** The id under which the log carries this request: filled by the server, undefined in the browser. */
export const RequestIdContext = createContext<string | undefined>(undefined)

export const REQUEST_ID_ELEMENT = 'codice-richiesta'

/** The id to quote when something broke: of this request on the server, of the last failed one in the browser. */
export function useRequestId(): string | undefined {
  const fromServer = useContext(RequestIdContext)
  if (fromServer) return fromServer
  if (typeof document === 'undefined') return undefined
  // When an error page is hydrated the id stands only in the markup that the server sent.
  return lastRequestId() ?? (document.getElementById(REQUEST_ID_ELEMENT)?.textContent || undefined)
}
