import { Fragment } from 'react'
import { Link } from 'react-router'
import { LaterTag } from '~/features/curriculum/components/later-tag'
import type { GlossaryEntry } from '../guide-views'

/** A term: what it means, where it leads, what it rests on. */
export function GlossaryEntryText({ entry }: { entry: GlossaryEntry }) {
  return (
    <article className="r-rule mb-4" aria-labelledby={entry.slug}>
      <h3 id={entry.slug} className="mb-1">
        {entry.term}
        {entry.expansion ? <span className="fw-normal">, {entry.expansion}</span> : null}
      </h3>
      {entry.definition.map(({ text, later }) => (
        <p key={text} className="mb-2">
          {text} {later ? <LaterTag /> : null}
        </p>
      ))}
      <LinkLine label="Vedi anche" links={entry.see.map(({ slug, term }) => ({ to: `#${slug}`, label: term }))} />
      <LinkLine label="Nella guida" links={entry.links} />
      <LinkLine
        label="Fonti"
        links={entry.facts.map((id) => ({ to: `/fonti#${id}`, label: id.replace('-', '\u2011') }))}
      />
    </article>
  )
}

function LinkLine({ label, links }: { label: string; links: { to: string; label: string }[] }) {
  if (links.length === 0) return null
  return (
    <p className="r-small r-muted mb-1">
      {label}:{' '}
      {links.map((link, index) => (
        <Fragment key={link.to}>
          {index > 0 ? ' · ' : null}
          <Link to={link.to}>{link.label}</Link>
        </Fragment>
      ))}
    </p>
  )
}
