import { data, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { readForm } from '~/platform/http/read-form.server'
import { Facts } from '~/ui/facts'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { findAssessment } from '../assessment.queries.server'
import { describeRule } from '../assessment-words'
import { AssessmentStep } from '../components/assessment-step'
import { AttemptList } from '../components/attempt-list'
import { startAttempt } from '../start-attempt.server'
import type { Route } from './+types/assessment-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Test: ${loaderData.module.title} – Rotta` : 'Test – Rotta' },
]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const by = authorise('learning.follow', request, context)
  const assessment = await findAssessment(by, params.module)
  if (!assessment) throw data(null, { status: 404 })
  return { ...assessment, now: by.now }
}

/** Begins an attempt, or goes on with the one that is open. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const by = authorise('learning.follow', request, context)
  await readForm(request)
  const started = await startAttempt(by, params.module)
  if (started.ok) throw redirect(`/tentativi/${started.value}`, 303)
  if (started.reason === 'absent') throw data(null, { status: 404 })
  return data({ message: started.message }, { status: 409 })
}

/** When it did not begin, the page shows where one stands now: another tab may have changed it. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionResult !== undefined || defaultShouldRevalidate
}

export default function AssessmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { module, rule, state, past, now } = loaderData
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Il mio piano', to: '/piano' },
          { label: module.title, to: `/moduli/${module.slug}` },
          { label: 'Test' },
        ]}
      />
      <PageTitle kick={module.kick} title={module.title} />
      {actionData ? (
        <Note kind="bad" title="Il test non è cominciato" role="alert">
          {actionData.message}.
        </Note>
      ) : null}
      <AssessmentStep module={module.slug} state={state} now={now} />
      <section className="r-sec r-w" aria-labelledby="come-funziona">
        <h2 id="come-funziona">Come funziona</h2>
        <Facts plain items={describeRule(rule)} />
      </section>
      {past.length > 0 ? (
        <section className="r-sec r-w" aria-labelledby="tentativi">
          <h2 id="tentativi">I tuoi tentativi</h2>
          <AttemptList attempts={past} linked />
        </section>
      ) : null}
      <div className="r-sec">
        <NormsNote />
      </div>
    </>
  )
}
