import type { ReactNode } from 'react'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import type { OwnDraft } from '../drafts.queries.server'
import { type ListCursors, type ListFilters, observationsAddress } from '../list-filters.schema'
import type { ListedObservation } from '../read-listed.server'
import { DraftTable, ObservationTable } from './observation-lists'

type Place = { filters: ListFilters; cursors: ListCursors }

/** For who observes: what to finish, and what is signed. */
export function SignedSection({ drafts, rows, next, filters, cursors }: Place & SignedProps) {
  const filtered = Object.values(filters).some(Boolean)
  return (
    <>
      {drafts.length > 0 ? (
        <Section id="da-finire" title="Schede da finire">
          <DraftTable drafts={drafts} />
        </Section>
      ) : null}
      <Section id="firmate" title="Le osservazioni che hai firmato">
        {rows.length > 0 ? (
          <ObservationTable caption="Osservazioni firmate" rows={rows} audience="signed" />
        ) : (
          <EmptyState
            level={3}
            title={filtered ? 'Nessuna osservazione con questi filtri' : 'Nessuna osservazione firmata'}
            lead="Qui trovi le osservazioni che firmi, con la presa visione della persona."
          />
        )}
        <Pages
          label="Pagine delle osservazioni firmate"
          next={next && observationsAddress({ ...filters, ...cursors, firmate: next })}
          first={cursors.firmate && observationsAddress({ ...filters, ...cursors, firmate: undefined })}
        />
      </Section>
    </>
  )
}

type SignedProps = { drafts: OwnDraft[]; rows: ListedObservation[]; next: number | null }

/** For the person observed: what waits to be seen first. */
export function OwnSection({ unseen, seen, next, filters, cursors }: Place & OwnProps) {
  return (
    <>
      {unseen.length > 0 ? (
        <Section id="da-vedere" title="Da vedere">
          <ObservationTable caption="Osservazioni da vedere" rows={unseen} audience="own" />
        </Section>
      ) : null}
      <Section id="viste" title={unseen.length > 0 ? 'Già viste' : 'Le tue osservazioni'}>
        {seen.length > 0 ? (
          <ObservationTable caption="Le tue osservazioni" rows={seen} audience="own" />
        ) : (
          <p className="r-muted">
            {unseen.length > 0
              ? 'Ancora nessuna.'
              : 'Qui trovi le osservazioni quando chi ti forma le firma: l’esito, le note e l’azione che concordate.'}
          </p>
        )}
        <Pages
          label="Pagine delle tue osservazioni"
          next={next && observationsAddress({ ...filters, ...cursors, mie: next })}
          first={cursors.mie && observationsAddress({ ...filters, ...cursors, mie: undefined })}
        />
      </Section>
    </>
  )
}

type OwnProps = { unseen: ListedObservation[]; seen: ListedObservation[]; next: number | null }

/** For who is responsible for a centre: the own people, outcome and level. */
export function PeopleSection({ rows, next, filters, cursors }: Place & PeopleProps) {
  return (
    <Section id="persone" title="Le osservazioni delle tue persone">
      {rows.length > 0 ? (
        <ObservationTable caption="Osservazioni delle tue persone" rows={rows} audience="people" />
      ) : (
        <EmptyState
          level={3}
          title="Nessuna osservazione"
          lead="Qui trovi esito e livello di autonomia delle osservazioni firmate. Le note restano fra chi osserva e chi impara."
        />
      )}
      <Pages
        label="Pagine delle persone"
        next={next && observationsAddress({ ...filters, ...cursors, persona: next })}
        first={cursors.persona && observationsAddress({ ...filters, ...cursors, persona: undefined })}
      />
    </Section>
  )
}

type PeopleProps = { rows: ListedObservation[]; next: string | null }

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="r-sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

type PagesProps = { label: string; next: string | 0 | null | undefined; first: string | 0 | undefined }

/** On to what follows, and back to the beginning. */
function Pages({ label, next, first }: PagesProps) {
  if (!next && !first) return null
  return (
    <Pagination
      label={label}
      previous={first ? { to: first, label: 'Torna all’inizio' } : null}
      next={next ? { to: next } : null}
    />
  )
}
