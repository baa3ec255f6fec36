import { type RefObject, useEffect } from 'react'
import { useLocation } from 'react-router'

/** The address last shown in this browser window. It outlives the frame, which an error page draws anew. */
let shown: string | undefined

/**
 * After a navigation without reload the focus moves to the new page's content, as a reload would do for
 * keyboard and screen reader. Alerts that took it keep it.
 */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const { pathname, hash } = useLocation()

  useEffect(() => {
    const moved = shown !== undefined && shown !== pathname
    shown = pathname
    if (!moved || hash || document.activeElement?.closest('[role="alert"]')) return
    main.current?.focus({ preventScroll: true })
  }, [pathname, hash, main])
}
