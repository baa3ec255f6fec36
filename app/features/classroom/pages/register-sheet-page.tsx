import { data, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDateTime } from '~/lib/dates'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PrintButton } from '~/ui/print-button'
import { SignatureSheet } from '../components/signature-sheet'
import { findRegister } from '../register.queries.server'
import { modeTitle, sessionTime } from '../register-words'
import type { Route } from './+types/register-sheet-page'

export const meta: Route.MetaFunction = () => [{ title: 'Foglio delle firme – Rotta' }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('register.read', request, context)
  const register = await findRegister(by, params.id)
  if (!register) throw data(null, { status: 404 })
  if (register.head.isVoid) throw redirect(`/aula/${register.head.corrects}/foglio`, 303)
  const { head, rows, trainer, title, place, moduleTitle, next } = register
  const state = next?.isVoid ? 'annullato' : 'corretto da un altro registro'
  return {
    id: head.id,
    trainer,
    facts: [
      { term: 'Modulo', description: moduleTitle },
      { term: 'Come', description: modeTitle(head.mode) },
      { term: 'Data e ore', description: sessionTime(head) },
      ...(title ? [{ term: 'Titolo', description: title }] : []),
      ...(place ? [{ term: 'Luogo', description: place }] : []),
      { term: 'Firmato', description: `${trainer}, ${formatDateTime(head.signedAt)}` },
      ...(next ? [{ term: 'Stato', description: state }] : []),
      { term: 'Impronta', description: head.digest },
    ],
    rows: rows.map(({ enrolmentId, name, home, minutes }) => ({
      key: enrolmentId,
      name,
      home,
      minutes: minutes > 0 ? String(minutes) : 'assente',
    })),
  }
}

export default function RegisterSheetPage({ loaderData: { id, trainer, facts, rows } }: Route.ComponentProps) {
  const time = facts.find(({ term }) => term === 'Data e ore')?.description ?? ''
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Registro', to: '/aula' },
          { label: time, to: `/aula/${id}` },
          { label: 'Foglio delle firme' },
        ]}
      />
      <PrintButton>Stampa il foglio</PrintButton>
      <SignatureSheet title="Registro delle presenze" facts={facts} rows={rows} blanks={0} trainer={trainer} />
    </>
  )
}
