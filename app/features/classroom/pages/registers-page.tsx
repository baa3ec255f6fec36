import { data, Form, redirect } from 'react-router'
import { authorise, requireSignedIn } from '~/features/auth/authorise.server'
import { holdsOn } from '~/features/auth/rules/grants'
import type { Action } from '~/features/auth/rules/permission-matrix'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import { dayOf } from '~/lib/dates'
import { doneMessage } from '~/lib/done-message'
import { SubmitButton } from '~/ui/forms/submit-button'
import { PageTitle } from '~/ui/frame/page-title'
import { StatusMessage } from '~/ui/status-message'
import { OwnAttendances, ReadableRegisters, TrainerRegisters } from '../components/register-lists'
import { createDraft } from '../drafts.server'
import { findOwnAttendances } from '../own-attendances.queries.server'
import { findDrafts, findOwnRegisters, findReadableRegisters } from '../registers.queries.server'
import { readRegisterFilters } from '../registers-filters.schema'
import { findTaughtModules } from '../taught-modules.queries.server'
import type { Route } from './+types/registers-page'

const messages: Record<string, string> = { eliminata: 'La bozza è eliminata.' }

export const meta: Route.MetaFunction = () => [{ title: 'Registro – Rotta' }]

/** Trainers find their registers, who may read them all of them, learners their own attendances and nothing else. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const { grants } = requireSignedIn(request, context)
  const today = dayOf(new Date())
  const held = grants.filter((grant) => holdsOn(grant, today))
  const may = (action: Action) => scopesOf(held, action, today).length > 0
  const filters = readRegisterFilters(url.searchParams)
  const [writes, follows] = [may('register.write'), may('learning.follow')]
  // A trainer reads others' registers from a link alone: the list is that of who manages the plan.
  const reads = !writes && may('register.read')
  if (!writes && !reads && !follows) throw data(null, { status: 403 })
  const trainer = writes ? authorise('register.write', request, context) : null
  const [modules, drafts, own, readable, attendances] = await Promise.all([
    writes || reads ? findTaughtModules() : [],
    trainer && findDrafts(trainer),
    trainer && findOwnRegisters(trainer, filters),
    reads ? findReadableRegisters(authorise('register.read', request, context), filters) : null,
    follows ? findOwnAttendances(authorise('learning.follow', request, context), writes ? 1 : filters.pagina) : null,
  ])
  return { modules, drafts, own, readable, attendances, filters, message: doneMessage(messages, url.searchParams) }
}

/** A new register: a draft that opens at once. */
export async function action({ request, context }: Route.ActionArgs) {
  const created = await createDraft(authorise('register.write', request, context))
  if (!created.ok) throw data(null, { status: 404 })
  throw redirect(`/aula/bozze/${created.value}`, 303)
}

export default function RegistersPage({ loaderData }: Route.ComponentProps) {
  const { modules, drafts, own, readable, attendances, filters, message } = loaderData
  return (
    <>
      <PageTitle title={drafts || readable ? titleOf(drafts?.length ?? 0) : 'Le tue presenze'}>
        {drafts ? (
          <Form method="post" className="mt-3">
            <SubmitButton busyLabel="Apro…">Inizia un registro</SubmitButton>
          </Form>
        ) : null}
      </PageTitle>
      <StatusMessage title={message} />
      {drafts && own ? <TrainerRegisters drafts={drafts} {...own} filters={filters} modules={modules} /> : null}
      {readable ? <ReadableRegisters {...readable} filters={filters} modules={modules} /> : null}
      {attendances ? <OwnAttendances {...attendances} page={own ? 1 : filters.pagina} among={own !== null} /> : null}
    </>
  )
}

function titleOf(drafts: number) {
  if (drafts === 0) return 'Registri delle presenze'
  return drafts === 1 ? 'Un registro aspetta la tua firma' : `${drafts} registri aspettano la tua firma`
}
