import { createContext } from 'react'

/** The nonce of this response's content security policy. Undefined in the browser, where it is not needed. */
export const NonceContext = createContext<string | undefined>(undefined)
