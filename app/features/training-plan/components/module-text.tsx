import { GroundLine, LocatedFacts } from '~/features/curriculum/components/ground-line'
import { countOf } from '~/lib/numbers'
import { CleanHtml } from '~/ui/clean-html'
import { levelNames } from '../plan-names'
import { path } from '../rules/plan-parts'
import type { ModuleText } from '../version-text.server'
import { ActivityBody } from './activity-body'
import { CriterionText } from './criterion-text'
import { EmphasisedText } from './emphasised-text'
import { FactList } from './fact-list'
import { PartHeading } from './part-heading'

type TextProps = { module: ModuleText; commentPage: string | null }

/** All that a module holds, as it was frozen, without the keys of its questions. */
export function ModuleFullText({ module, commentPage }: TextProps) {
  const { slug } = module
  const at = { commentPage, level: 2 } as const
  return (
    <>
      <section className="r-sec r-w">
        <PartHeading part={path.module(slug)} {...at}>
          Il modulo
        </PartHeading>
        <p>{module.summary}</p>
        <ul>
          {module.objectives.map(({ id, text }) => (
            <li key={id}>
              {module.final ? null : <span className="r-id">{id}</span>} {text}
            </li>
          ))}
        </ul>
        <FactList facts={module.facts} />
      </section>
      {module.final ? null : <LessonTexts module={module} commentPage={commentPage} />}
      <section className="r-sec r-w">
        <PartHeading part={path.assessment(slug)} {...at}>
          Regola del test
        </PartHeading>
        <FactList facts={module.assessment} />
      </section>
      {module.final ? null : <OwnTexts module={module} commentPage={commentPage} />}
    </>
  )
}

/** Questions, form and the rest: what the final test has none of. */
function OwnTexts({ module, commentPage }: TextProps) {
  const { slug } = module
  const at = { commentPage, level: 2 } as const
  return (
    <>
      <QuestionTexts module={module} commentPage={commentPage} />
      <section className="r-sec r-w">
        <PartHeading part={path.form(slug)} {...at}>
          {module.form?.title ?? 'Osservazione'}
        </PartHeading>
        {module.observation.length > 0 ? (
          <FactList facts={module.observation} />
        ) : (
          <p>Nessuna osservazione richiesta.</p>
        )}
        {(module.form?.criteria ?? []).map((criterion) => (
          <section className="r-diff" key={criterion.id}>
            <PartHeading part={path.criterion(slug, criterion.id)} level={3} commentPage={commentPage}>
              Criterio {criterion.id}
            </PartHeading>
            <CriterionText {...criterion} />
            <GroundLine ground={criterion.ground} />
          </section>
        ))}
      </section>
      <OtherTexts module={module} commentPage={commentPage} />
    </>
  )
}

function LessonTexts({ module, commentPage }: TextProps) {
  return (
    <section className="r-sec" aria-labelledby="lezioni">
      <h2 id="lezioni">{countOf(module.lessons.length, 'lezione', 'lezioni')}</h2>
      {module.lessons.map((lesson) => (
        <section className="r-diff" key={lesson.slug}>
          <PartHeading part={path.lesson(module.slug, lesson.slug)} level={3} commentPage={commentPage}>
            {lesson.title}
          </PartHeading>
          <p className="r-muted">{lesson.lead}</p>
          <details className="mt-2">
            <summary>Leggi la lezione, {countOf(lesson.minutes, 'minuto', 'minuti')}</summary>
            <CleanHtml html={lesson.html} />
            <LocatedFacts facts={lesson.facts} />
          </details>
        </section>
      ))}
    </section>
  )
}

function QuestionTexts({ module, commentPage }: TextProps) {
  return (
    <section className="r-sec r-w" aria-labelledby="domande">
      <h2 id="domande">{countOf(module.questions.length, 'domanda', 'domande')}</h2>
      <p className="r-muted">Le risposte giuste non sono qui: le vede solo chi gestisce il piano.</p>
      {module.questions.map((question) => (
        <section className="r-diff" key={question.id}>
          <PartHeading part={path.question(module.slug, question.id)} level={3} commentPage={commentPage}>
            Domanda {question.id}
          </PartHeading>
          <p>
            <EmphasisedText text={question.stem} />
          </p>
          <ol type="a">
            {question.options.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
          <p className="r-small r-muted">
            Obiettivo {question.objective}, {levelNames[question.level]}. Verifica{' '}
            {question.tests.join(', ') || 'nulla'}.
          </p>
          <GroundLine ground={question.ground} />
        </section>
      ))}
    </section>
  )
}

function OtherTexts({ module: { slug, activities, jobAid }, commentPage }: TextProps) {
  return (
    <>
      {activities.map((activity) => (
        <section className="r-sec r-w" key={activity.id}>
          <PartHeading part={path.activity(slug, activity.id)} level={2} commentPage={commentPage}>
            Attività collaborativa: {activity.title}
          </PartHeading>
          <p>{activity.purpose}</p>
          <ActivityBody activity={activity} />
        </section>
      ))}
      {jobAid ? (
        <section className="r-sec">
          <PartHeading part={path.jobAid(slug)} level={2} commentPage={commentPage}>
            Strumento: {jobAid.title}
          </PartHeading>
          <p className="r-muted">{jobAid.lead}</p>
          <CleanHtml html={jobAid.html} />
          <LocatedFacts facts={jobAid.facts} />
        </section>
      ) : null}
    </>
  )
}
