import { Facts } from '~/ui/facts'
import type { ModuleText } from '../version-text.server'

/** What a module says of itself, label by label. */
export function FactList({ facts }: { facts: ModuleText['facts'] }) {
  return (
    <Facts
      plain
      items={facts.map(({ label, text }) => ({
        term: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
        description: <span className="r-said">{text}</span>,
      }))}
    />
  )
}
