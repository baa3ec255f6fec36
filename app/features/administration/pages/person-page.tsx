import type { ReactNode } from 'react'
import { data, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { entryOptions, scopeOptions } from '~/features/territory/components/place-options'
import { findPlaces } from '~/features/territory/places.queries.server'
import { findPlaceNames, findPostings } from '~/features/territory/territory.queries.server'
import { formatDay } from '~/lib/dates'
import { doneMessage } from '~/lib/done-message'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { StatusMessage } from '~/ui/status-message'
import { DeactivateForm, IssuedLink, PasswordLinkForm, ReactivateForm } from '../components/account-acts'
import { GrantRoleForm } from '../components/grant-role-form'
import { PersonDataForm } from '../components/person-data-form'
import { DataConflict, PersonSummary } from '../components/person-summary'
import { PostingForm, PostingTable } from '../components/postings'
import { RoleTable } from '../components/role-table'
import { findPerson } from '../person.queries.server'
import type { PersonIntent } from '../person.schema'
import type { Route } from './+types/person-page'
import { answerPersonForm, type PersonAnswer } from './answer-person-form.server'

const messages: Record<string, string> = {
  persona: 'La persona è stata aggiunta: ora dalle un ruolo e crea il link per la password.',
  dati: 'I dati sono salvati.',
  ruolo: 'Il ruolo è stato dato. Se c’era un link per la password non vale più: creane un altro.',
  'ruolo-chiuso': 'La fine del ruolo è registrata.',
  periodo: 'Il periodo è registrato.',
  'periodo-chiuso': 'La fine del periodo è registrata.',
  disattivata: 'La persona è disattivata: non può più accedere.',
  riattivata: 'La persona è di nuovo attiva.',
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? `${loaderData.person.firstName} ${loaderData.person.lastName}` : 'Persona'} – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('people.read', request, context)
  const person = await findPerson(by, params.id)
  if (!person) throw data(null, { status: 404 })
  const [places, names, postings] = await Promise.all([findPlaces(by), findPlaceNames(), findPostings(person.id)])
  return {
    person,
    places,
    names,
    postings,
    today: by.today,
    isSelf: person.id === by.actorId,
    message: doneMessage(messages, url.searchParams),
    // A new key after each reload of the data empties the forms that were accepted.
    formKey: by.requestId,
  }
}

export function action({ request, params, context, url }: Route.ActionArgs) {
  return answerPersonForm({ request, context, url, personId: params.id })
}

/** When somebody else has saved meanwhile, the page shows what stands there now. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return (actionResult as PersonAnswer | undefined)?.conflict === true || defaultShouldRevalidate
}

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { person, places, names, postings, today, isSelf, message, formKey } = loaderData
  const name = `${person.firstName} ${person.lastName}`
  const replyTo = (intent: PersonIntent) => (actionData?.intent === intent ? actionData.reply : undefined)
  const answerTo = (intent: PersonIntent) => {
    const reply = replyTo(intent)
    return actionData && reply ? { target: actionData.target, reply } : undefined
  }
  const province = places.provinces.find(({ entries }) => entries.some((entry) => entry.id === person.homeEntryId))
  const elsewhere = province?.entries.filter((entry) => entry.id !== person.homeEntryId) ?? []
  const mayGrant = !person.deactivatedAt && !person.beyondReach && !isSelf
  const values = {
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    profile: person.profile ?? undefined,
    homeEntryId: person.homeEntryId ?? undefined,
  }
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Amministrazione', to: '/amministrazione' },
          { label: 'Persone', to: '/amministrazione/persone' },
          { label: name },
        ]}
      />
      <PageTitle title={name} lead={person.homeEntry?.name ?? 'Nessuna sede'} />
      <StatusMessage title={actionData ? null : message} />
      {actionData && !actionData.intent ? (
        <Note kind="bad" title="Non abbiamo capito la richiesta" role="alert">
          Non è cambiato nulla. Usa i pulsanti di questa pagina.
        </Note>
      ) : null}
      {person.beyondReach ? (
        <Note title="Questa persona ha ruoli oltre il tuo ambito">
          I suoi dati, i ruoli, i periodi e l’accesso li gestisce chi amministra tutta la regione.
        </Note>
      ) : null}
      <div key={formKey}>
        <section className="r-sec r-w" aria-labelledby="dati">
          <h2 id="dati">Dati</h2>
          <PersonSummary person={person} />
          {actionData?.conflict ? <DataConflict person={person} /> : null}
          {person.beyondReach ? null : (
            <Fold title="Modifica i dati" open={replyTo('update-person') !== undefined}>
              <PersonDataForm
                lastResult={replyTo('update-person')}
                entries={entryOptions(places)}
                mayBeAnywhere={places.region}
                values={values}
                revision={person.revision}
              >
                Salva i dati
              </PersonDataForm>
            </Fold>
          )}
        </section>
        <section className="r-sec" aria-labelledby="ruoli">
          <h2 id="ruoli">Ruoli</h2>
          <RoleTable
            roles={person.roles}
            names={names}
            today={today}
            mayEnd={!person.beyondReach}
            answer={answerTo('end-role')}
          />
          {isSelf ? <p className="r-muted">Un ruolo per te lo dà un altro amministratore.</p> : null}
          {mayGrant || replyTo('grant-role') ? (
            <Fold title="Dai un ruolo" open={replyTo('grant-role') !== undefined}>
              <GrantRoleForm
                lastResult={replyTo('grant-role')}
                scopes={scopeOptions(places)}
                regional={places.region}
                today={formatDay(today)}
              />
            </Fold>
          ) : null}
        </section>
        <section className="r-sec" aria-labelledby="periodi">
          <h2 id="periodi">Periodi in altre sedi</h2>
          <PostingTable
            postings={postings}
            today={today}
            mayEnd={!person.beyondReach}
            answer={answerTo('end-posting')}
          />
          {elsewhere.length > 0 && !person.beyondReach ? (
            <Fold title="Registra un periodo" open={replyTo('record-posting') !== undefined}>
              <PostingForm
                lastResult={replyTo('record-posting')}
                entries={elsewhere.map((entry) => ({ value: entry.id, label: entry.name }))}
                today={formatDay(today)}
              />
            </Fold>
          ) : null}
        </section>
        {person.beyondReach ? null : (
          <section className="r-sec r-w" aria-labelledby="accesso">
            <h2 id="accesso">Accesso</h2>
            {actionData?.link ? <IssuedLink {...actionData.link} /> : null}
            {person.deactivatedAt ? (
              <ReactivateForm lastResult={replyTo('reactivate')} />
            ) : (
              <>
                <PasswordLinkForm lastResult={replyTo('make-link')} hasPassword={person.hasPassword} />
                {isSelf && !replyTo('deactivate') ? null : (
                  <div className="mt-4">
                    <DeactivateForm lastResult={replyTo('deactivate')} name={name} />
                  </div>
                )}
              </>
            )}
          </section>
        )}
      </div>
    </>
  )
}

/** A form that is one act among several of a page: folded until it is wanted, or was refused. */
function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="r-w mt-4" open={open}>
      <summary>{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}
