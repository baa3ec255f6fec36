import { data, redirect } from 'react-router'
import { authorise, requireSignedIn } from '~/features/auth/authorise.server'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PrintButton } from '~/ui/print-button'
import { SignatureSheet } from '../components/signature-sheet'
import { findDraft } from '../draft.queries.server'
import { modeTitle } from '../register-words'
import type { Route } from './+types/draft-sheet-page'

/** Lines for who comes without being on the list. */
const blanks = 5

export const meta: Route.MetaFunction = () => [{ title: 'Foglio delle firme – Rotta' }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('register.write', request, context)
  const draft = await findDraft(by, params.id)
  if (!draft) throw data(null, { status: 404 })
  if (draft === 'signed') throw redirect(`/aula/${params.id}/foglio`, 303)
  const { firstName, lastName } = requireSignedIn(request, context)
  const { id, body, people, modules } = draft
  const { heldOn, startsAt, endsAt, title, place, mode } = body
  const module = modules.find(({ slug }) => slug === body.moduleSlug)?.title
  const time = startsAt && endsAt ? `${startsAt}–${endsAt}` : ''
  return {
    id,
    trainer: `${firstName} ${lastName}`,
    facts: [
      { term: 'Modulo', description: module ?? '' },
      { term: 'Come', description: modeTitle(mode) },
      { term: 'Data e ore', description: [heldOn, time].filter(Boolean).join(', ore ') },
      { term: 'Titolo', description: title },
      { term: 'Luogo', description: place },
    ],
    rows: body.rows.map(({ enrolmentId }) => ({
      key: enrolmentId,
      name: people[enrolmentId]?.name ?? '',
      home: people[enrolmentId]?.home ?? null,
    })),
  }
}

export default function DraftSheetPage({ loaderData: { id, trainer, facts, rows } }: Route.ComponentProps) {
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Registro', to: '/aula' },
          { label: 'Registro da firmare', to: `/aula/bozze/${id}` },
          { label: 'Foglio delle firme' },
        ]}
      />
      <PrintButton>Stampa il foglio</PrintButton>
      <SignatureSheet title="Foglio delle firme" facts={facts} rows={rows} blanks={blanks} trainer={trainer} />
    </>
  )
}
