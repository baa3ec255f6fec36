import { authorise } from '~/features/auth/authorise.server'
import { doneMessage } from '~/lib/done-message'
import { formatMinutes } from '~/lib/minutes'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Note } from '~/ui/note'
import { Pagination } from '~/ui/pagination'
import { StatusMessage } from '~/ui/status-message'
import { LogForm } from '../components/log-form'
import { NotAnEvaluation } from '../components/not-an-evaluation'
import { OwnPracticeTable } from '../components/own-practice-table'
import { PracticeHours } from '../components/practice-hours'
import { findOwnPractice, findPracticeModules, type PracticeModule } from '../own-practice.queries.server'
import { readPage } from '../practice-filters.schema'
import type { Route } from './+types/practice-page'
import { answerLogForm } from './answer-log-form.server'

const messages: Record<string, string> = {
  annotate: 'Le ore sono annotate: aspettano un formatore che le convalidi.',
  ritirate: 'Le ore sono ritirate.',
}

export const meta: Route.MetaFunction = () => [{ title: 'Ore sul lavoro – Rotta' }]

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const by = authorise('learning.follow', request, context)
  const page = readPage(url.searchParams)
  const [modules, list] = await Promise.all([findPracticeModules(by), findOwnPractice(by, page)])
  return {
    modules,
    ...list,
    page,
    message: doneMessage(messages, url.searchParams),
    // A new key after each reload of the data empties the form that was accepted.
    formKey: by.requestId,
  }
}

export function action({ request, context }: Route.ActionArgs) {
  return answerLogForm(request, context)
}

export default function PracticePage({ loaderData, actionData }: Route.ComponentProps) {
  const { modules, entries, more, page, message, formKey } = loaderData
  const pageAt = (number: number) => ({ to: `/pratica${number > 1 ? `?pagina=${number}` : ''}` })
  return (
    <>
      <Breadcrumb items={[{ label: 'Il mio piano', to: '/piano' }, { label: 'Ore sul lavoro' }]} />
      <PageTitle title={titleOf(modules)} />
      <StatusMessage title={actionData ? null : message} />
      {actionData?.refused ? (
        <Note kind="bad" title={actionData.refused} role="alert">
          Non è cambiato nulla.
        </Note>
      ) : null}
      <NotAnEvaluation />
      {modules && modules.length > 0 ? (
        <>
          <section className="r-sec r-w" aria-label="Le ore per modulo">
            <PracticeHours modules={modules} />
          </section>
          <section className="r-sec r-w" aria-labelledby="annota-ore">
            <h2 id="annota-ore">Annota le ore</h2>
            <LogForm key={formKey} lastResult={actionData?.reply} modules={modules} />
          </section>
        </>
      ) : null}
      <section className="r-sec" aria-label="Le tue ore">
        {entries.length > 0 ? (
          <OwnPracticeTable entries={entries} />
        ) : (
          <EmptyState
            title="Non hai ancora annotato ore sul lavoro"
            lead="Quando fai pratica di un modulo al lavoro, annotala qui: un formatore la convalida."
          />
        )}
        {page > 1 || more ? (
          <Pagination
            previous={page > 1 ? pageAt(page - 1) : null}
            next={more ? pageAt(page + 1) : null}
            summary={`Pagina ${page}`}
          />
        ) : null}
      </section>
    </>
  )
}

function titleOf(modules: PracticeModule[] | null) {
  if (!modules) return 'Le ore sul lavoro si annotano quando segui un piano'
  if (modules.length === 0) return 'Il tuo piano non chiede ore sul lavoro'
  // As in the plan, hours beyond what a module asks do not fill another.
  const done = modules.reduce((sum, module) => sum + Math.min(module.done, module.required), 0)
  const required = modules.reduce((sum, module) => sum + module.required, 0)
  return `Ore sul lavoro: ${formatMinutes(done)} su ${formatMinutes(required)}`
}
