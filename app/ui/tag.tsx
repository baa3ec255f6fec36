import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TagState = 'ok' | 'half' | 'warn' | 'bad' | 'off'

/** A state in words, with the mark that repeats it; without `state` it is still to do. */
export function Tag({ state, children }: { state?: TagState; children: ReactNode }) {
  return <span className={classNames('r-tag', state && `r-tag--${state}`)}>{children}</span>
}
