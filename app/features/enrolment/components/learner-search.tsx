import { Form, Link } from 'react-router'
import { profileNames } from '~/features/auth/role-names'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Note } from '~/ui/note'
import type { FoundLearner } from '../enrolments.queries.server'
import { EnrolmentState } from './enrolment-state'

type LearnerSearchProps = { typed: string; error?: string; query: string }

/** Finds people by what their name or e-mail begins with: sent by POST, so that no name stands in an address. */
export function LearnerSearch({ typed, error, query }: LearnerSearchProps) {
  return (
    <Form method="post" action={`/gestione/iscrizioni${query}`} className="r-w r-row r-end mb-3">
      <input type="hidden" name="intent" value="search" />
      <Field
        fieldClassName="mb-0 r-grow"
        id="cerca"
        name="cerca"
        type="search"
        label="Cerca una persona da iscrivere, o già iscritta"
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

type LearnersFoundProps = { people: FoundLearner[]; typed: string; more: boolean; query: string }

/** The people found, each with the enrolment or with the button that makes one. */
export function LearnersFound({ people, typed, more, query }: LearnersFoundProps) {
  const back = (
    <Link className="r-link" to={`/gestione/iscrizioni${query}`}>
      Torna all’elenco
    </Link>
  )
  if (people.length === 0) {
    return (
      <EmptyState
        title={`Nessuna persona in formazione comincia con «${typed}»`}
        lead="Prova con meno lettere, o con l’email. Chi non ha il ruolo di chi è in formazione non si può iscrivere."
      >
        {back}
      </EmptyState>
    )
  }
  return (
    <>
      <DataTable
        caption={`Persone il cui nome o la cui email comincia con «${typed}»`}
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: 'Nome', cell: ({ firstName, lastName }) => `${firstName} ${lastName}` },
          { key: 'home', header: 'Sede', cell: ({ homeEntry }) => homeEntry?.name ?? 'Nessuna sede' },
          { key: 'profile', header: 'Profilo', cell: ({ profile }) => profileNames[profile ?? ''] ?? 'Nessuno' },
          { key: 'plan', header: 'Piano', cell: (person) => <PlanOf person={person} typed={typed} query={query} /> },
        ]}
      />
      {more ? <Note title="Ce ne sono altre">Scrivi qualche lettera in più per trovare quella che cerchi.</Note> : null}
      <p className="mt-3">{back}</p>
    </>
  )
}

function PlanOf({ person, typed, query }: { person: FoundLearner; typed: string; query: string }) {
  const name = `${person.firstName} ${person.lastName}`
  const [enrolment] = person.enrolments
  const open = enrolment ? (
    <>
      <EnrolmentState enrolment={enrolment} />{' '}
      <Link to={`/gestione/iscrizioni/${enrolment.id}`}>
        Apri l’iscrizione<span className="visually-hidden"> di {name}</span>
      </Link>
    </>
  ) : null
  if (enrolment && !enrolment.leftAt) return open
  return (
    <>
      {open}
      <Form method="post" action={`/gestione/iscrizioni${query}`}>
        <input type="hidden" name="intent" value="enrol" />
        <input type="hidden" name="personId" value={person.id} />
        <input type="hidden" name="cerca" value={typed} />
        <SubmitButton className="btn-outline-primary btn-sm" busyLabel="Iscrivo…">
          Iscrivi<span className="visually-hidden"> {name}</span> al piano
        </SubmitButton>
      </Form>
    </>
  )
}
