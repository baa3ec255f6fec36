import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDateTime } from '~/lib/dates'
import { readForm } from '~/platform/http/read-form.server'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { AttemptList } from '../components/attempt-list'
import { UnlockForm } from '../components/unlock-form'
import { unlockForm } from '../unlock.schema'
import { unlockAssessment } from '../unlock-assessment.server'
import { findUnlockCase } from '../unlock-case.queries.server'
import type { Route } from './+types/unlock-page'

const statusOfReason = { 'own-test': 403, 'not-exhausted': 409 }

export const meta: Route.MetaFunction = () => [{ title: 'Sblocca un test – Rotta' }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('assessment.unlock', request, context)
  const found = await findUnlockCase(by, params.enrolment, params.module)
  if (!found) throw data(null, { status: 404 })
  return found
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const by = authorise('assessment.unlock', request, context)
  const { enrolment: enrolmentId, module: moduleSlug } = params
  if (!(await findUnlockCase(by, enrolmentId, moduleSlug))) throw data(null, { status: 404 })
  const submission = parseWithZod(await readForm(request), { schema: unlockForm })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })
  const unlocked = await unlockAssessment(by, { enrolmentId, moduleSlug, ...submission.value })
  if (unlocked.ok) throw redirect('/sblocchi?fatto=sblocco', 303)
  if (unlocked.reason === 'absent') throw data(null, { status: 404 })
  const reply = submission.reply({ formErrors: [unlocked.message] })
  return data(reply, { status: statusOfReason[unlocked.reason] })
}

export default function UnlockPage({ loaderData, actionData }: Route.ComponentProps) {
  const { person, isSelf, moduleTitle, exhausted, attempts, unlocks } = loaderData
  return (
    <>
      <Breadcrumb items={[{ label: 'Test da sbloccare', to: '/sblocchi' }, { label: person.name }]} />
      <PageTitle kick={person.name} title={`Test di «${moduleTitle}»`} lead={person.entry} />
      <section className="r-sec r-w" aria-labelledby="tentativi">
        <h2 id="tentativi">Tentativi fatti</h2>
        {attempts.length > 0 ? <AttemptList attempts={attempts} /> : <p>Nessun tentativo finora.</p>}
      </section>
      {unlocks.length > 0 ? (
        <section className="r-sec r-w" aria-labelledby="sblocchi">
          <h2 id="sblocchi">Tentativi già dati</h2>
          <Facts
            plain
            items={unlocks.map(({ id, at, by, reason }) => ({
              key: id,
              term: `${formatDateTime(at)}, ${by}`,
              description: reason,
            }))}
          />
        </section>
      ) : null}
      <section className="r-sec r-w" aria-labelledby="sblocca">
        <h2 id="sblocca">Sblocca il test</h2>
        {isSelf ? <Note title="È il tuo test">Lo sblocca un altro formatore della tua provincia.</Note> : null}
        {!isSelf && !exhausted ? (
          <Note title="Non c’è nulla da sbloccare">La persona ha ancora tentativi, o ha superato il test.</Note>
        ) : null}
        {!isSelf && (exhausted || actionData) ? <UnlockForm lastResult={actionData} /> : null}
      </section>
    </>
  )
}
