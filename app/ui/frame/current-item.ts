import type { NavItem } from './site-header'

/** Marks the menu item under which an address lies: the one whose own address is the longest that fits. */
export function withCurrent(items: { label: string; to: string }[], pathname: string): NavItem[] {
  const path = pathname.replace(/\/+$/, '') || '/'
  const fitting = items.filter(({ to }) => path === to || path.startsWith(`${to}/`))
  const current = fitting.sort((a, b) => b.to.length - a.to.length)[0]
  return items.map((item) => ({ ...item, current: item.to === current?.to }))
}
