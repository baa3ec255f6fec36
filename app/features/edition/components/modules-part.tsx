import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { sumOfModes } from '~/features/curriculum/rules/totals'
import { ActivityBody } from '~/features/training-plan/components/activity-body'
import { CriterionText } from '~/features/training-plan/components/criterion-text'
import { FactList } from '~/features/training-plan/components/fact-list'
import { TotalsTable } from '~/features/training-plan/components/totals-table'
import { partAnchor, path } from '~/features/training-plan/rules/plan-parts'
import { countOf, formatNumber } from '~/lib/numbers'
import { CleanHtml } from '~/ui/clean-html'
import { DataTable } from '~/ui/data-table'
import type { EditionModule } from '../edition-view'
import { partIds } from '../rules/part-ids'
import { BasisLine } from './fact-refs'
import { QuestionBank } from './question-bank'
import { Section } from './section'

/** All the modules in full, after a table of what they ask for. */
export function ModulesPart({ modules }: { modules: readonly EditionModule[] }) {
  return (
    <Section id={partIds.modules} className="ed-part">
      <p className="ed-lead">
        Ogni modulo con lezioni, regola del test, domande, scheda di osservazione, attività e strumento. Le risposte
        giuste delle domande non sono in questo documento.
      </p>
      <ModuleTable modules={modules} />
      {modules.map((module) => (
        <ModuleChapter key={module.slug} module={module} />
      ))}
    </Section>
  )
}

function ModuleTable({ modules }: { modules: readonly EditionModule[] }) {
  const count = (key: string, header: string, of: (module: EditionModule) => number) => ({
    key,
    header,
    numeric: true,
    cell: (module: EditionModule) => formatNumber(of(module)),
  })
  return (
    <DataTable
      caption="I moduli in breve: ore per profilo, lezioni, domande e criteri"
      rows={modules.filter(({ final }) => !final)}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'label',
          header: 'Modulo',
          cell: ({ slug, label }) => <a href={`#${partAnchor(path.module(slug))}`}>{label}</a>,
        },
        ...profiles.map((profile) => count(profile, hoursHeaders[profile], ({ hours }) => hoursOf(hours, profile))),
        count('lessons', 'Lezioni', ({ lessons }) => lessons.length),
        count('questions', 'Domande', ({ questions }) => questions.length),
        count('criteria', 'Criteri', ({ form }) => form?.criteria.length ?? 0),
      ]}
    />
  )
}

const hoursHeaders: Record<Profile, string> = { navigator: 'Ore, Navigator', operatore: 'Ore, operatori' }

function hoursOf(hours: EditionModule['hours'], profile: Profile): number {
  const taken = hours[profile]
  return taken ? sumOfModes(taken) : 0
}

function ModuleChapter({ module }: { module: EditionModule }) {
  const { slug, form } = module
  return (
    <Section id={partAnchor(path.module(slug))} className="ed-chapter">
      <p className="ed-lead">{module.summary}</p>
      <Objectives module={module} />
      {!module.final && Object.keys(module.hours).length > 0 ? (
        <TotalsTable totals={module.hours} caption="Ore del modulo per profilo e modalità" />
      ) : null}
      <FactList facts={module.facts} />
      {module.lessons.map((lesson) => (
        <Section key={lesson.slug} id={partAnchor(path.lesson(slug, lesson.slug))} className="ed-item">
          <p className="ed-lead">
            {lesson.lead} <span className="ed-minutes">{countOf(lesson.minutes, 'minuto', 'minuti')}</span>
          </p>
          <CleanHtml html={lesson.html} />
          <BasisLine facts={lesson.facts.map(({ id }) => id)} />
        </Section>
      ))}
      <Section id={partAnchor(path.assessment(slug))} className="ed-item">
        {module.final ? <p>Estrae dalle domande degli altri moduli, che si leggono nei loro capitoli.</p> : null}
        <FactList facts={module.assessment} />
      </Section>
      {module.final ? null : <QuestionBank module={module} />}
      {form ? <ObservationForm module={module} form={form} /> : null}
      <OtherParts module={module} />
    </Section>
  )
}

/** What the module teaches; of the final test the objectives are the other modules, which have no id to tell. */
function Objectives({ module: { final, objectives } }: { module: EditionModule }) {
  if (final) {
    return (
      <ul>
        {objectives.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    )
  }
  return (
    <dl className="ed-goals">
      {objectives.map(({ id, text }) => (
        <div key={id}>
          <dt className="r-id">{id}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

type FormProps = { module: EditionModule; form: NonNullable<EditionModule['form']> }

function ObservationForm({ module: { slug, observation }, form }: FormProps) {
  return (
    <Section id={partAnchor(path.form(slug))} className="ed-item">
      <FactList facts={observation} />
      {form.criteria.map((criterion) => (
        <section className="ed-block" key={criterion.id}>
          <h5 id={partAnchor(path.criterion(slug, criterion.id))}>Criterio {criterion.id}</h5>
          <CriterionText {...criterion} />
          <BasisLine facts={criterion.facts ?? []} />
        </section>
      ))}
    </Section>
  )
}

function OtherParts({ module: { slug, activities, jobAid } }: { module: EditionModule }) {
  return (
    <>
      {activities.map((activity) => (
        <Section key={activity.id} id={partAnchor(path.activity(slug, activity.id))} className="ed-item">
          <p className="ed-lead">{activity.purpose}</p>
          <ActivityBody activity={activity} />
          <BasisLine facts={activity.facts ?? []} />
        </Section>
      ))}
      {jobAid ? (
        <Section id={partAnchor(path.jobAid(slug))} className="ed-item">
          <p className="ed-lead">{jobAid.lead}</p>
          <CleanHtml html={jobAid.html} />
          <BasisLine facts={jobAid.facts.map(({ id }) => id)} />
        </Section>
      ) : null}
    </>
  )
}
