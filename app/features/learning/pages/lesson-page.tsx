import { data, redirect } from 'react-router'
import { authorise, requireSignedIn } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { TextBasis } from '~/features/curriculum/components/text-basis'
import { findCompletedLessons } from '~/features/evidence/progress.queries.server'
import { Neighbours } from '~/features/phase-guide/components/neighbours'
import { doneMessage } from '~/lib/done-message'
import { CleanHtml } from '~/ui/clean-html'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { StatusMessage } from '~/ui/status-message'
import { completeLesson } from '../complete-lesson.server'
import { GuideLinkList } from '../components/guide-link-list'
import { LessonEnd } from '../components/lesson-end'
import { LessonIndex } from '../components/lesson-index'
import type { LessonView } from '../learning-views'
import { lessonView } from '../lesson-view.server'
import { learningMessages } from '../messages'
import { findReadableModule } from '../readable-module.queries.server'
import type { Route } from './+types/lesson-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.lesson.title ?? 'Lezione'} – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('learning.read', request, context)
  const readable = await findReadableModule(by, requireSignedIn(request, context).profile, params.module)
  if (!readable) throw data(null, { status: 404 })
  const completed = readable.enrolment && (await findCompletedLessons(readable.enrolment))
  const read = completed ? (completed.get(params.module) ?? new Map()) : undefined
  const lesson = lessonView(readable, params.lesson, read)
  if (!lesson) throw data(null, { status: 404 })
  return { lesson, message: doneMessage(learningMessages, url.searchParams) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const by = authorise('learning.follow', request, context)
  const completed = await completeLesson(by, params)
  if (!completed.ok) {
    if (completed.reason === 'absent') throw data(null, { status: 404 })
    return data({ refused: completed.message }, { status: 409 })
  }
  const { nextLesson } = completed.value
  const module = `/moduli/${params.module}`
  return redirect(`${nextLesson ? `${module}/lezioni/${nextLesson}` : module}?fatto=letta`, 303)
}

export default function LessonPage({ loaderData: { lesson, message }, actionData }: Route.ComponentProps) {
  const { module, outline, number } = lesson
  return (
    <>
      <Breadcrumb
        items={[
          ...(lesson.own ? [{ label: 'Il mio piano', to: '/piano' }] : []),
          { label: `Modulo ${module.number}, ${module.shortTitle}`, to: `/moduli/${module.slug}` },
          { label: lesson.title },
        ]}
      />
      <StatusMessage title={message} />
      <div className="r-split r-split--left r-split--three r-sec mt-3">
        <div className="r-wide r-noprint">
          <aside className="r-side r-sticky" aria-label="Indice della lezione">
            <LessonIndex lesson={lesson} />
          </aside>
        </div>
        <article>
          <PageTitle
            kick={`Lezione ${number} di ${outline.length}, circa ${lesson.minutes} minuti`}
            title={lesson.title}
            lead={lesson.lead}
          />
          <details className="r-narrow r-panel r-noprint mb-4">
            <summary>Indice del modulo e della lezione</summary>
            <div className="r-side mt-3">
              <LessonIndex lesson={lesson} />
            </div>
          </details>
          <CleanHtml html={lesson.html} />
          <LessonEnd lesson={lesson} refused={actionData?.refused} />
          <TextBasis title="Su che cosa si basa questa lezione" items={lesson.basis} />
          <Neighbours
            label="Lezione precedente e successiva"
            previous={neighbour(lesson, number - 2)}
            next={neighbour(lesson, number)}
          />
          <footer className="r-sec">
            <NormsNote />
          </footer>
        </article>
        <aside className="r-side" aria-label="Pagine collegate">
          <GuideLinkList title="Nella guida" links={lesson.see} />
        </aside>
      </div>
    </>
  )
}

function neighbour({ module, outline }: LessonView, place: number) {
  const lesson = outline[place]
  return lesson && { to: `/moduli/${module.slug}/lezioni/${lesson.slug}`, text: lesson.title }
}
