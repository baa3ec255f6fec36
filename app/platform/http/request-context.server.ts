import { createContext, data, type MiddlewareFunction } from 'react-router'

/** What the server knows of a request before anything of the product looks at it. */
export type RequestFacts = {
  requestId: string
  /** The peer's address, or what the trusted proxies say of it. Never logged. */
  clientAddress: string
  /** For the scripts of this one page (Content-Security-Policy). */
  nonce: string
  /** Set when the server has already seen a reason to refuse: a foreign origin, a body too large. */
  refusal?: 403 | 411 | 413
}

export const requestContext = createContext<RequestFacts>()

/** Answers what the server refused at the door with a page in the frame; the root's first middleware. */
export const refuseAtTheDoor: MiddlewareFunction<Response> = ({ context }) => {
  const { refusal } = context.get(requestContext)
  if (refusal) throw data(null, { status: refusal })
}
