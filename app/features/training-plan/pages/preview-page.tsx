import { data, Link } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { TextBasis } from '~/features/curriculum/components/text-basis'
import { countOf } from '~/lib/numbers'
import { CleanHtml } from '~/ui/clean-html'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { KeyedQuestionText } from '../components/keyed-question'
import { findPreview } from '../preview.server'
import type { Route } from './+types/preview-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Anteprima: ${loaderData?.module.title ?? 'modulo'} – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('plan.write', request, context)
  const lesson = url.searchParams.get('lezione')
  const view = await findPreview(by, authorise('plan.keys', request, context), {
    versionId: params.id,
    slug: params.module,
    lesson,
  })
  if (!view) throw data(null, { status: 404 })
  return view
}

export default function PreviewPage({ loaderData }: Route.ComponentProps) {
  const { version, module, lessons, lesson, objectives } = loaderData
  const page = `/gestione/piani/${version.id}`
  const preview = `${page}/moduli/${module.slug}/anteprima`
  const questions = objectives.reduce((sum, one) => sum + one.questions.length, 0)
  const kick =
    version.state === 'draft' ? 'Anteprima dei contenuti di oggi' : 'Anteprima dei testi come furono presentati'
  return (
    <>
      <Breadcrumb
        items={[
          { label: 'Versioni', to: '/gestione' },
          { label: `Versione ${version.number}`, to: page },
          { label: module.title, to: `${page}/moduli/${module.slug}` },
          ...(lesson ? [{ label: 'Anteprima', to: preview }, { label: lesson.title }] : [{ label: 'Anteprima' }]),
        ]}
      />
      {lesson ? (
        <>
          <PageTitle kick={kick} title={lesson.title} lead={lesson.lead} />
          <CleanHtml html={lesson.html} />
          <TextBasis title="Su che cosa si basa questa lezione" items={lesson.basis} />
        </>
      ) : (
        <PageTitle
          kick={kick}
          title={`${countOf(lessons.length, 'lezione', 'lezioni')} e ${countOf(questions, 'domanda', 'domande')}`}
          lead="Le chiavi le vede solo chi gestisce il piano."
        />
      )}
      <section className="r-sec" aria-labelledby="lezioni">
        <h2 id="lezioni">Lezioni</h2>
        <ul className="r-list">
          {lessons.map(({ slug, title, minutes }) => (
            <li key={slug}>
              <Link to={`?lezione=${slug}`}>{title}</Link>, {countOf(minutes, 'minuto', 'minuti')}
            </li>
          ))}
        </ul>
      </section>
      {lesson ? null : <Questions objectives={objectives} />}
    </>
  )
}

function Questions({ objectives }: Pick<Route.ComponentProps['loaderData'], 'objectives'>) {
  return (
    <section className="r-sec" aria-labelledby="domande">
      <h2 id="domande">Domande con le chiavi</h2>
      {objectives.map((objective) => (
        <section className="r-w" key={objective.id} aria-labelledby={`domande-${objective.id}`}>
          <h3 id={`domande-${objective.id}`}>
            <span className="r-id">{objective.id}</span> {objective.text}
          </h3>
          {objective.questions.map((question) => (
            <KeyedQuestionText key={question.id} {...question} />
          ))}
        </section>
      ))}
    </section>
  )
}
