import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { entryOptions } from '~/features/territory/components/place-options'
import { findPlaces } from '~/features/territory/places.queries.server'
import { readForm } from '~/platform/http/read-form.server'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { PersonDataForm } from '../components/person-data-form'
import { createPerson } from '../create-person.server'
import { newPersonForm } from '../person.schema'
import type { Route } from './+types/new-person-page'

export const meta: Route.MetaFunction = () => [{ title: 'Aggiungi una persona – Rotta' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  return { places: await findPlaces(authorise('people.write', request, context)) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const by = authorise('people.write', request, context)
  const submission = parseWithZod(await readForm(request), { schema: newPersonForm })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })
  const result = await createPerson(by, submission.value)
  if (result.ok) throw redirect(`/amministrazione/persone/${result.value}?fatto=persona`, 303)
  const taken = result.reason === 'email-taken'
  const fieldErrors = { [taken ? 'email' : 'homeEntryId']: [result.message] }
  return data(submission.reply({ fieldErrors }), { status: taken ? 409 : 422 })
}

export default function NewPersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { places } = loaderData
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Amministrazione', to: '/amministrazione' },
          { label: 'Persone', to: '/amministrazione/persone' },
          { label: 'Nuova persona' },
        ]}
      />
      <PageTitle title="Aggiungi una persona" lead="Ruoli e link per la password si danno dopo, dalla sua pagina." />
      <div className="r-w">
        <PersonDataForm lastResult={actionData} entries={entryOptions(places)} mayBeAnywhere={places.region}>
          Aggiungi la persona
        </PersonDataForm>
      </div>
    </>
  )
}
