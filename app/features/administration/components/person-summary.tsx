import { profileNames } from '~/features/auth/role-names'
import { formatDate, formatDateTime } from '~/lib/dates'
import { Facts } from '~/ui/facts'
import { Note } from '~/ui/note'

type Person = {
  firstName: string
  lastName: string
  email: string
  profile: string | null
  homeEntry: { name: string; province: { name: string } } | null
  hasPassword: boolean
  linkUntil: Date | null
  deactivatedAt: Date | null
  createdAt: Date
}

/** What is known of a person, at a glance. */
export function PersonSummary({ person }: { person: Person }) {
  const link = person.linkUntil ? `. Il link vale fino al ${formatDateTime(person.linkUntil)}` : ''
  const since = person.deactivatedAt ? `Disattivata il ${formatDate(person.deactivatedAt)}` : 'Attiva'
  return (
    <Facts
      items={[
        { term: 'Indirizzo email', description: person.email },
        { term: 'Profilo', description: profileOf(person) },
        { term: 'Provincia', description: person.homeEntry?.province.name ?? 'Nessuna' },
        { term: 'Password', description: (person.hasPassword ? 'Scelta' : 'Non ancora scelta') + link },
        { term: 'Stato', description: since },
        { term: 'Aggiunta il', description: formatDate(person.createdAt) },
      ]}
    />
  )
}

/** What stands in the database now, beside what was typed: saving again puts the typed in its place. */
export function DataConflict({ person }: { person: Person }) {
  return (
    <Note kind="warn" title="Intanto qualcun altro ha cambiato questi dati" className="mb-4">
      <p>Ora sono così. Nel modulo c’è quello che hai scritto tu: se lo salvi di nuovo, prende il loro posto.</p>
      <Facts
        items={[
          { term: 'Nome', description: `${person.firstName} ${person.lastName}` },
          { term: 'Indirizzo email', description: person.email },
          { term: 'Profilo', description: profileOf(person) },
          { term: 'Sede', description: person.homeEntry?.name ?? 'Nessuna' },
        ]}
      />
    </Note>
  )
}

function profileOf({ profile }: Person) {
  return profile ? (profileNames[profile] ?? profile) : 'Nessuno'
}
