import type { ReactNode } from 'react'
import { Icon } from '~/ui/icon'
import { useHydrated } from '~/ui/use-hydrated'

/** Opens the print dialog once every picture has come; without script the browser's own menu does it. */
export function PrintButton({ children }: { children: ReactNode }) {
  if (!useHydrated()) return null
  return (
    <button type="button" className="btn btn-outline-primary r-noprint" onClick={printWhole}>
      <Icon name="print" />
      {children}
    </button>
  )
}

/** Pictures further down may not have been asked for yet: not every browser does it to print. */
async function printWhole() {
  await Promise.allSettled(
    [...document.images].map((picture) => {
      picture.loading = 'eager'
      return picture.decode()
    }),
  )
  window.print()
}
