import type { ReactNode } from 'react'

/** What is wider than a phone scrolls by itself, within the page. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className="r-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
