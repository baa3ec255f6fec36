import { createContext } from 'react-router'
import type { Grant } from './rules/grants'

/** The person behind a request, as proven by its session. */
export type SignedIn = {
  personId: string
  /** SHA-256 of the session's id: names the session without opening it. */
  sessionHash: string
  email: string
  firstName: string
  lastName: string
  profile: string | null
  homeEntryId: string | null
  grants: Grant[]
}

/** Set by `identify` for every request; null for somebody who has not signed in. */
export const signedInContext = createContext<SignedIn | null>(null)
