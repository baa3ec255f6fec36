import { Form, Link } from 'react-router'
import { profileNames } from '~/features/auth/role-names'
import { countOf } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Note } from '~/ui/note'
import { Tag } from '~/ui/tag'
import type { FoundLearner, ObservableLearner } from '../learners.queries.server'

/** Finds people by what their name or e-mail begins with: sent by POST, so that no name stands in an address. */
export function LearnerSearch({ typed, error }: { typed: string; error?: string }) {
  return (
    <Form method="post" action="/osservazioni/nuova" className="r-w r-row r-end mb-3">
      <input type="hidden" name="intent" value="search" />
      <Field
        fieldClassName="mb-0 r-grow"
        id="cerca"
        name="cerca"
        type="search"
        label="Chi osservi"
        hint="L’inizio del cognome, del nome o dell’email."
        errors={error ? [error] : undefined}
        defaultValue={typed}
        autoComplete="off"
        key={typed}
      />
      <SubmitButton className="btn-outline-primary" busyLabel="Cerco…">
        Cerca la persona
      </SubmitButton>
    </Form>
  )
}

/** The people found, each leading to the choice of the module. */
export function LearnersFound({ people, typed, more }: { people: FoundLearner[]; typed: string; more: boolean }) {
  if (people.length === 0) {
    return (
      <EmptyState
        title={`Nessuna persona che formi comincia con «${typed}»`}
        lead="Prova con meno lettere, o con l’email. Si osserva chi segue il piano in una sede che ti è affidata, o vi lavora oggi."
      />
    )
  }
  return (
    <>
      <DataTable
        caption={`Persone il cui nome o la cui email comincia con «${typed}»`}
        rows={people}
        rowKey={({ enrolmentId }) => enrolmentId}
        columns={[
          {
            key: 'name',
            header: 'Nome',
            cell: ({ enrolmentId, name }) => <Link to={`/osservazioni/nuova?iscrizione=${enrolmentId}`}>{name}</Link>,
          },
          { key: 'place', header: 'Sede', cell: ({ place }) => place },
          { key: 'profile', header: 'Profilo', cell: ({ profile }) => profileNames[profile] ?? 'Nessuno' },
        ]}
      />
      {more ? <Note title="Ce ne sono altre">Scrivi qualche lettera in più per trovare quella che cerchi.</Note> : null}
    </>
  )
}

/** The modules in which a person is observed, with how many times they were. */
export function ModuleChoice({ enrolmentId, modules }: ObservableLearner) {
  return (
    <DataTable
      caption="Moduli in cui si osserva"
      captionHidden
      rows={modules}
      rowKey={({ slug }) => slug}
      empty={
        <EmptyState
          title="Nessun modulo da osservare"
          lead="Nel piano di questa persona nessun modulo ha una scheda."
        />
      }
      columns={[
        {
          key: 'module',
          header: 'Modulo',
          cell: ({ slug, title }) => (
            <Link to={`/osservazioni/nuova?iscrizione=${enrolmentId}&modulo=${slug}`}>{title}</Link>
          ),
        },
        {
          key: 'form',
          header: 'Scheda',
          cell: ({ form, criteria }) => `${form}, ${countOf(criteria, 'criterio', 'criteri')}`,
        },
        {
          key: 'signed',
          header: 'Osservazioni firmate',
          cell: ({ signed, required }) => `${signed}, ne servono ${required}`,
        },
        {
          key: 'met',
          header: 'Stato',
          cell: ({ met }) => (met ? <Tag state="ok">Completa</Tag> : <Tag>Da completare</Tag>),
        },
      ]}
    />
  )
}
