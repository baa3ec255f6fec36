import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatDate } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'

type Row = {
  enrolmentId: string
  moduleSlug: string
  moduleTitle: string
  firstName: string
  lastName: string
  entryName: string
  submittedAt: Date
}

/** Learners with no attempt left at a test, each leading to the page where it is unlocked. */
export function ExhaustedTable({ rows, empty }: { rows: Row[]; empty: ReactNode }) {
  return (
    <DataTable
      caption="Persone senza più tentativi, in ordine di cognome"
      rows={rows}
      rowKey={({ enrolmentId, moduleSlug }) => `${enrolmentId} ${moduleSlug}`}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: 'Nome',
          cell: ({ enrolmentId, moduleSlug, moduleTitle, firstName, lastName }) => (
            <Link to={`/sblocchi/${enrolmentId}/${moduleSlug}`}>
              {firstName} {lastName}
              <span className="visually-hidden">: sblocca il test di {moduleTitle}</span>
            </Link>
          ),
        },
        { key: 'entry', header: 'Sede', cell: ({ entryName }) => entryName },
        { key: 'module', header: 'Test del modulo', cell: ({ moduleTitle }) => moduleTitle },
        { key: 'ended', header: 'Ultimo tentativo', cell: ({ submittedAt }) => formatDate(submittedAt) },
      ]}
    />
  )
}
