import type { ReactNode } from 'react'

/** The filled button first, then what else one may do. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="r-row r-actions">{children}</div>
}
