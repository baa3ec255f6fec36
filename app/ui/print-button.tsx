import type { ReactNode } from 'react'
import { Icon } from '~/ui/icon'
import { useHydrated } from '~/ui/use-hydrated'

/** Opens the print dialog; without script the browser's own menu does it. */
export function PrintButton({ children }: { children: ReactNode }) {
  if (!useHydrated()) return null
  return (
    <button type="button" className="btn btn-outline-primary r-noprint" onClick={() => window.print()}>
      <Icon name="print" />
      {children}
    </button>
  )
}
