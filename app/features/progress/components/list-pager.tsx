import type { ReactNode } from 'react'
import { Pagination } from '~/ui/pagination'

/** A page of a list, counted from 1. */
export type ListPage<Row> = { rows: Row[]; total: number; page: number; more: boolean }

type ListPagerProps = {
  list: Omit<ListPage<unknown>, 'rows'>
  addressOf: (page: number) => string
  label: string
  children: ReactNode
}

/** The way to the pages before and after; nothing when there is one page alone. */
export function ListPager({ list: { page, more }, addressOf, label, children }: ListPagerProps) {
  if (page === 1 && !more) return null
  return (
    <Pagination
      label={label}
      previous={page > 1 ? { to: addressOf(page - 1) } : null}
      next={more ? { to: addressOf(page + 1) } : null}
      summary={children}
    />
  )
}
