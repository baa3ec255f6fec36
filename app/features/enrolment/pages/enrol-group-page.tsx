import { data, Link, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { profileNames } from '~/features/auth/role-names'
import type { Scope } from '~/features/auth/rules/grants'
import { findPlaces } from '~/features/territory/places.queries.server'
import { findPlaceNames } from '~/features/territory/territory.queries.server'
import { countOf } from '~/lib/numbers'
import { readForm } from '~/platform/http/read-form.server'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { GroupChoiceForm } from '../components/group-choice-form'
import { GroupNumbers } from '../components/group-numbers'
import { type BatchChoice, enrolPeople, previewBatch } from '../enrol-people.server'
import { groupChoice, groupConfirmation } from '../enrolment-filters.schema'
import type { Route } from './+types/enrol-group-page'

export const meta: Route.MetaFunction = () => [{ title: 'Iscrivi un gruppo – Rotta' }]

/** The numbers of the chosen group, once there is one. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('enrolment.write', request, context)
  const [places, names] = await Promise.all([findPlaces(by), findPlaceNames()])
  const asked = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''))
  const page = { places, luogo: asked.luogo ?? '', profilo: asked.profilo ?? '', error: '' }
  if (Object.keys(asked).length === 0) return data({ ...page, group: null })
  const form = groupChoice.safeParse(asked)
  if (!form.success) {
    return data({ ...page, error: form.error.issues[0]?.message ?? '', group: null }, { status: 422 })
  }
  const choice = choiceOf(form.data)
  const preview = choice && (await previewBatch(by, choice))
  if (!preview || (!preview.ok && preview.reason === 'absent')) throw data(null, { status: 404 })
  if (!preview.ok) return data({ ...page, error: preview.message, group: null }, { status: 409 })
  const placeName = names[placeIdOf(choice.place)] ?? ''
  const profileName = form.data.profilo ? profileNames[form.data.profilo] : undefined
  return data({ ...page, group: { ...preview.value, placeName, profileName } })
}

export async function action({ request, context }: Route.ActionArgs) {
  const by = authorise('enrolment.write', request, context)
  const form = groupConfirmation.safeParse(
    Object.fromEntries([...(await readForm(request))].filter(([, value]) => value !== '')),
  )
  if (!form.success) return data({ refused: 'Scegli di nuovo chi iscrivere' }, { status: 422 })
  const choice = choiceOf(form.data)
  const result = choice && (await enrolPeople(by, choice, form.data.versionId))
  if (!result || (!result.ok && result.reason === 'absent')) throw data(null, { status: 404 })
  if (!result.ok) return data({ refused: result.message }, { status: 409 })
  const { place } = choice
  const done = new URLSearchParams({ fatto: 'gruppo', iscritte: String(result.value.toEnrol) })
  done.set(place.kind === 'entry' ? 'sede' : 'provincia', placeIdOf(place))
  throw redirect(`/gestione/iscrizioni?${done}`, 303)
}

/** When another version came into force meanwhile, the numbers are read anew. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionResult !== undefined || defaultShouldRevalidate
}

export default function EnrolGroupPage({ loaderData, actionData }: Route.ComponentProps) {
  const { places, luogo, profilo, error, group } = loaderData
  return (
    <>
      <Breadcrumb items={[{ label: 'Iscrizioni', to: '/gestione/iscrizioni' }, { label: 'Iscrivi un gruppo' }]} />
      <PageTitle
        title={group ? titleOf(group) : 'Iscrivi le persone di una sede o di una provincia'}
        lead="Prima vedi i numeri, poi decidi."
      />
      {actionData ? (
        <Note kind="bad" title={actionData.refused} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      {group ? (
        <GroupNumbers group={group}>
          <input type="hidden" name="luogo" value={luogo} />
          <input type="hidden" name="profilo" value={profilo} />
        </GroupNumbers>
      ) : null}
      <section className="r-sec" aria-labelledby="scelta">
        <h2 id="scelta">{group ? 'Scegli un altro gruppo' : 'Chi vuoi iscrivere'}</h2>
        <GroupChoiceForm places={places} luogo={luogo} profilo={profilo} error={error} />
      </section>
      <Link className="r-link" to="/gestione/iscrizioni">
        Torna alle iscrizioni
      </Link>
    </>
  )
}

function choiceOf({ luogo, profilo }: { luogo: Scope; profilo?: BatchChoice['profile'] }): BatchChoice | undefined {
  return luogo.kind === 'region' ? undefined : { place: luogo, profile: profilo }
}

function placeIdOf(place: BatchChoice['place']) {
  return place.kind === 'entry' ? place.entry : place.province
}

function titleOf({ toEnrol, placeName }: { toEnrol: number; placeName: string }) {
  if (toEnrol === 0) return `Non c’è nessuno da iscrivere: ${placeName}`
  return `${countOf(toEnrol, 'persona da iscrivere', 'persone da iscrivere')}: ${placeName}`
}
