import { Fragment } from 'react'
import { countOf } from '~/lib/numbers'
import type { ActivityView } from '../guide-views'
import type { ModuleTrainingView, PlanLink, TrainingView } from '../training-view.server'
import { PlanLinkText, ToldPlanNote } from './plan-link'

type Kind = ActivityView['kind']
type ActivityTrainingProps = { kind: Kind; training: TrainingView | null }

const words = {
  task: { it: 'questa attività', them: 'la', who: 'per il Navigator' },
  act: { it: 'questo compito', them: 'lo', who: 'per l’operatore del CPI' },
} as const satisfies Record<Kind, { it: string; them: string; who: string }>

/** What prepares for a task or an act: modules with their lessons, how many questions, the criteria that observe it. */
export function ActivityTraining({ kind, training }: ActivityTrainingProps) {
  const { it, them } = words[kind]
  return (
    <section className="r-sec r-w" aria-labelledby="formazione">
      <h2 id="formazione">Come ci si prepara</h2>
      {training === null ? (
        <p>
          Nessun piano formativo è ancora approvato. Dopo l’approvazione qui ci saranno le lezioni che preparano a {it},
          quante domande {them} riguardano e che cosa si osserva sul lavoro.
        </p>
      ) : (
        <>
          {training.modules.length === 0 ? <p>Nessun modulo del piano prepara a {it}.</p> : null}
          {training.modules.map((module) => (
            <ModuleTraining key={module.slug} kind={kind} training={module} />
          ))}
          {training.elsewhere.length > 0 ? (
            <p>
              Ne parlano anche, in altri moduli:{' '}
              {training.elsewhere.map(({ slug, module, lessons }, index) => (
                <Fragment key={slug}>
                  {index > 0 ? '; ' : null}
                  <InlineLinks links={lessons} /> (<PlanLinkText link={module} />)
                </Fragment>
              ))}
              .
            </p>
          ) : null}
          <ToldPlanNote plan={training.plan} />
        </>
      )}
    </section>
  )
}

function ModuleTraining({ kind, training }: { kind: Kind; training: ModuleTrainingView }) {
  const { module, naming, others, questions, criteria, settings } = training
  const { it, who } = words[kind]
  return (
    <section className="mb-4">
      <h3>
        Modulo: <PlanLinkText link={module} />
      </h3>
      {naming.length > 0 ? <LessonList title={`Lezioni su ${it}`} lessons={naming} /> : null}
      {others.length > 0 && naming.length === 0 ? <LessonList title="Lezioni del modulo" lessons={others} /> : null}
      {others.length > 0 && naming.length > 0 ? (
        <p>
          Le altre lezioni del modulo: <InlineLinks links={others} />.
        </p>
      ) : null}
      <h4 className="mt-3 mb-1">Domande</h4>
      <p>
        {questions === 0
          ? `Nessuna domanda del modulo riguarda ${it}.`
          : `${countOf(questions, 'domanda riguarda', 'domande riguardano')} ${it}, fra quelle da cui si estrae il test del modulo.`}
      </p>
      <h4 className="mt-3 mb-1">Che cosa si osserva sul lavoro</h4>
      {criteria.length === 0 ? (
        <p>Nessun criterio della scheda del modulo osserva {it}.</p>
      ) : (
        <>
          <p className="mb-2">Criteri della scheda di osservazione, {who}:</p>
          <ul className="r-list">
            {criteria.map(({ id, critical, text }) => (
              <li key={id} className="mb-2">
                <span className="r-id">{id}</span> {critical ? <span className="r-flag">Critico</span> : null} {text}
              </li>
            ))}
          </ul>
          <h4 className="mt-3 mb-1">Dove si può osservare</h4>
          <ul>
            {settings.map((setting) => (
              <li key={setting} className="mb-1">
                {setting}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function LessonList({ title, lessons }: { title: string; lessons: PlanLink[] }) {
  return (
    <>
      <h4 className="mt-3 mb-1">{title}</h4>
      <ul>
        {lessons.map((lesson) => (
          <li key={lesson.title} className="mb-1">
            <PlanLinkText link={lesson} />
          </li>
        ))}
      </ul>
    </>
  )
}

function InlineLinks({ links }: { links: PlanLink[] }) {
  return links.map((link, index) => (
    <Fragment key={link.title}>
      {index > 0 ? ', ' : null}
      <PlanLinkText link={link} />
    </Fragment>
  ))
}
