import { data, Link } from 'react-router'
import { authorise, requireSignedIn } from '~/features/auth/authorise.server'
import { NormsNote } from '~/features/curriculum/components/norms-note'
import { doneMessage } from '~/lib/done-message'
import { Breadcrumb } from '~/ui/frame/breadcrumb'
import { PageTitle } from '~/ui/frame/page-title'
import { Icon } from '~/ui/icon'
import { StatusMessage } from '~/ui/status-message'
import { GuideLinkList } from '../components/guide-link-list'
import { ModuleActivities } from '../components/module-activities'
import { ModuleLessons } from '../components/module-lessons'
import { ModuleObservation } from '../components/module-observation'
import { ModuleHours, ModuleTest } from '../components/module-proofs'
import { findLearnerModules } from '../learner-modules.queries.server'
import { learningMessages } from '../messages'
import { moduleView } from '../module-view.server'
import { ownStanding } from '../own-standing'
import { findReadableModule } from '../readable-module.queries.server'
import { findSelfAssessmentLink } from '../self-assessment-link.queries.server'
import type { Route } from './+types/module-page'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.module.title ?? 'Modulo'} – Rotta` },
]

export async function loader({ request, params, context, url }: Route.LoaderArgs) {
  const by = authorise('learning.read', request, context)
  const readable = await findReadableModule(by, requireSignedIn(request, context).profile, params.module)
  if (!readable) throw data(null, { status: 404 })
  const { enrolment, plan } = readable
  const modules = enrolment ? await findLearnerModules(enrolment, plan, by.now) : []
  const own = modules.find(({ slug }) => slug === params.module)
  return {
    module: moduleView(readable, own),
    own: own ? ownStanding(own) : null,
    selfAssessment: enrolment && own ? await findSelfAssessmentLink(enrolment, own) : null,
    message: doneMessage(learningMessages, url.searchParams),
  }
}

export default function ModulePage({ loaderData: { module, own, selfAssessment, message } }: Route.ComponentProps) {
  return (
    <>
      {own ? <Breadcrumb items={[{ label: 'Il mio piano', to: '/piano' }, { label: module.shortTitle }]} /> : null}
      <StatusMessage title={message} />
      <PageTitle kick={module.kick} title={module.title} lead={module.summary}>
        {own ? <p className="mt-3 mb-0 r-here">{own.stateText}</p> : null}
      </PageTitle>
      <div className="r-split">
        <div>
          <section aria-labelledby="obiettivi">
            <h2 id="obiettivi" className="mb-3">
              {module.final ? 'Che cosa chiede' : 'Alla fine sai'}
            </h2>
            <ul>
              {module.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
          {module.final ? (
            <ModuleTest module={module} own={own} />
          ) : (
            <>
              <ModuleLessons module={module.slug} lessons={module.lessons} onlyReading={own === null} />
              <ModuleTest module={module} own={own} />
              <ModuleHours module={module} own={own} />
              <ModuleActivities activities={module.activities} />
              <ModuleObservation observation={module.observation} own={own} selfAssessment={selfAssessment} />
            </>
          )}
        </div>
        <aside className="r-side" aria-label="Che cosa allena questo modulo">
          {module.hasJobAid ? (
            <section aria-labelledby="scheda">
              <h2 id="scheda">Da tenere allo sportello</h2>
              <Link className="r-link" to={`/moduli/${module.slug}/scheda`}>
                <Icon name="file" />
                Apri la scheda del modulo
              </Link>
            </section>
          ) : null}
          <GuideLinkList title="Nella guida" links={module.phases} />
          <GuideLinkList title="Attività del Navigator che allena" links={module.tasks} />
          <GuideLinkList title="Compiti del CPI che allena" links={module.acts} />
          {module.leps.length > 0 ? (
            <section aria-labelledby="lep">
              <h2 id="lep">Livelli essenziali (LEP) che allena</h2>
              <ul className="r-list">
                {module.leps.map((title) => (
                  <li key={title} className="mb-2">
                    {title}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </aside>
      </div>
      <div className="r-sec">
        <NormsNote />
      </div>
    </>
  )
}
