import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

export type Fact = { term: ReactNode; description: ReactNode; key?: string }

/** Pairs of term and description, a line between them. `plain` when the descriptions are sentences. */
export function Facts({ items, plain, className }: { items: Fact[]; plain?: boolean; className?: string }) {
  const id = useId()
  return (
    <dl className={classNames('r-facts', className)}>
      {items.map((item, index) => (
        <div key={item.key ?? `${id}${index}`}>
          <dt>{item.term}</dt>
          <dd className={plain ? 'fw-normal' : undefined}>{item.description}</dd>
        </div>
      ))}
    </dl>
  )
}
