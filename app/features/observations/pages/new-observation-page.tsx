import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { formatDay } from '~/lib/dates'
import { readForm } from '~/platform/http/read-form.server'
import { Breadcrumb, type Crumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { LearnerSearch, LearnersFound, ModuleChoice } from '../components/choose-learner'
import { StartForm } from '../components/start-form'
import { type FoundLearner, findObservable, searchObservable } from '../learners.queries.server'
import { startForm } from '../observation-form.schema'
import { startDraft } from '../start-draft.server'
import type { Route } from './+types/new-observation-page'

type Answer = {
  found: { typed: string; error?: string; people: FoundLearner[]; more: boolean } | null
  start: SubmissionResult<string[]> | null
}

/** Beside which field a reason stands; the others stand above the form. */
const fieldOfReason: Record<string, string> = {
  future: 'observedOn',
  'before-enrolment': 'observedOn',
  'not-trainer-then': 'observedOn',
  'unknown-setting': 'setting',
}
const statusOfReason: Record<string, number> = { own: 403, left: 409 }

export const meta: Route.MetaFunction = () => [{ title: 'Nuova osservazione – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('observation.write', request, context)
  const enrolmentId = url.searchParams.get('iscrizione')
  if (!enrolmentId) return { learner: null, module: null, today: formatDay(by.today) }
  const learner = await findObservable(by, enrolmentId)
  const slug = url.searchParams.get('modulo')
  const module = learner?.modules.find((one) => one.slug === slug) ?? null
  if (!learner || (slug && !module)) throw data(null, { status: 404 })
  return { learner, module, today: formatDay(by.today) }
}

/** The search (names stand in no address and in no log), and the beginning of an observation. */
export async function action({ request, context }: Route.ActionArgs) {
  const by = authorise('observation.write', request, context)
  const form = await readForm(request)
  const answer = (said: Partial<Answer>, status: number) =>
    data<Answer>({ found: null, start: null, ...said }, { status })
  if (form.get('intent') === 'search') {
    const typed = String(form.get('cerca') ?? '').trim()
    if (typed.length > 100) {
      const error = 'Scrivi al massimo 100 caratteri'
      return answer({ found: { typed, error, people: [], more: false } }, 422)
    }
    const found = typed ? await searchObservable(by, typed) : { people: [], more: false }
    const [only] = found.people
    // Nobody else is meant: one choice less.
    if (only && found.people.length === 1) throw redirect(`/osservazioni/nuova?iscrizione=${only.enrolmentId}`, 303)
    return answer({ found: { typed, ...found } }, 200)
  }
  const submission = parseWithZod(form, { schema: startForm })
  if (submission.status !== 'success') return answer({ start: submission.reply() }, 422)
  const started = await startDraft(by, submission.value)
  if (started.ok) {
    const { id, resumed } = started.value
    throw redirect(`/osservazioni/${id}/compila${resumed ? '?fatto=ripresa' : ''}`, 303)
  }
  const { reason, message } = started
  if (reason === 'absent' || reason === 'not-observable') throw data(null, { status: 404 })
  const field = fieldOfReason[reason]
  const errors = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }
  return answer({ start: submission.reply(errors) }, statusOfReason[reason] ?? 422)
}

export default function NewObservationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { learner, module, today } = loaderData
  const found = actionData?.found
  const start = actionData?.start ?? undefined
  const crumbs: Crumb[] = [{ label: 'Osservazioni', to: '/osservazioni' }]
  if (!learner) {
    return (
      <>
        <Breadcrumb items={[...crumbs, { label: 'Nuova osservazione' }]} />
        <PageTitle title="Chi osservi?" lead="Cerca fra le persone che formi: scegli lei, poi il modulo." />
        {start ? (
          <Note kind="bad" title="Non abbiamo capito la richiesta" role="alert">
            Non è cambiato nulla. Cerca la persona da qui.
          </Note>
        ) : null}
        <LearnerSearch typed={found?.typed ?? ''} error={found?.error} />
        {found?.typed && !found.error ? <LearnersFound {...found} /> : null}
      </>
    )
  }
  const again = { label: 'Nuova osservazione', to: '/osservazioni/nuova' }
  const person = { label: learner.name, to: `/osservazioni/nuova?iscrizione=${learner.enrolmentId}` }
  if (!module) {
    return (
      <>
        <Breadcrumb items={[...crumbs, again, { label: learner.name }]} />
        <PageTitle kick={learner.place} title={`In quale modulo osservi ${learner.name}?`} />
        <ModuleChoice {...learner} />
      </>
    )
  }
  return (
    <>
      <Breadcrumb items={[...crumbs, again, person, { label: module.title }]} />
      <PageTitle kick={`${learner.name}, ${learner.place}`} title={module.form} lead={`Modulo «${module.title}».`} />
      <div className="r-w">
        <StartForm learner={learner} module={module} today={today} answer={start} />
      </div>
    </>
  )
}
