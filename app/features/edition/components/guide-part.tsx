import { Fragment } from 'react'
import type { ActivityView, DoneView, FurtherActivitiesView, SpecialCaseView } from '~/features/phase-guide/guide-views'
import { supportInWords } from '~/features/phase-guide/whom'
import { formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { Facts } from '~/ui/facts'
import type { EditionPhase } from '../edition-view'
import { partIds } from '../rules/part-ids'
import { BasisLine, StatementList, StatementText } from './fact-refs'
import { Section } from './section'

/** The nine phases with every act of the centre and every task of the Navigator, and what comes beside them. */
export function GuidePart({ phases, further }: { phases: readonly EditionPhase[]; further: FurtherActivitiesView }) {
  return (
    <Section id={partIds.guide} className="ed-part">
      <p className="ed-lead">
        Le nove fasi della misura, con i compiti del CPI e le attività del Navigator. I numeri F-… fra parentesi
        rinviano ai fatti della parte «Fonti e fatti»; le frasi senza numero sono consigli di buona pratica.
      </p>
      <DataTable
        caption="Le nove fasi"
        rows={[...phases]}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'phase',
            header: 'Fase',
            cell: ({ number, title }) => <a href={`#${partIds.phase(number)}`}>{`${number}, ${title}`}</a>,
          },
          { key: 'acts', header: 'Compiti del CPI', numeric: true, cell: countActivities('act') },
          { key: 'tasks', header: 'Attività del Navigator', numeric: true, cell: countActivities('task') },
        ]}
      />
      {phases.map((phase) => (
        <PhaseChapter key={phase.number} phase={phase} />
      ))}
      <Section id={partIds.further} className="ed-chapter">
        {further.lead.map((statement) => (
          <p className="ed-lead" key={statement.text}>
            <StatementText statement={statement} basis={further.basis} />
          </p>
        ))}
        <StatementList statements={further.notes} basis={further.basis} />
        <BasisLine facts={further.basis.map(({ id }) => id)} cite={further.cite} />
      </Section>
    </Section>
  )
}

function countActivities(wanted: ActivityView['kind']) {
  return ({ activities }: EditionPhase) => formatNumber(activities.filter(({ kind }) => kind === wanted).length)
}

function PhaseChapter({ phase }: { phase: EditionPhase }) {
  const { basis, cite, lead, deadlines, tools, beneficiary, acts, tasks, notes, specialCases, activities } = phase
  const list = (statements: typeof notes) => <StatementList statements={statements} basis={basis} />
  const items = [
    { term: 'Scadenze', description: deadlines.length > 0 ? list(deadlines.map(withValue)) : null },
    { term: 'La persona beneficiaria', description: beneficiary.length > 0 ? list(beneficiary) : null },
    { term: 'Il CPI', description: acts.length > 0 ? <DoneList items={acts} /> : null },
    {
      term: 'Il Navigator',
      description: tasks.length > 0 ? <DoneList items={tasks} /> : 'Nessuna attività prevista.',
    },
    { term: 'Strumenti', description: tools.length > 0 ? list(tools) : null },
    { term: 'Da sapere', description: notes.length > 0 ? list(notes) : null },
  ]
  return (
    <Section id={partIds.phase(phase.number)} className="ed-chapter">
      {lead.map((statement) => (
        <p className="ed-lead" key={statement.text}>
          <StatementText statement={statement} basis={basis} />
        </p>
      ))}
      <Facts plain items={items.filter(({ description }) => description !== null)} />
      <BasisLine facts={basis.map(({ id }) => id)} cite={cite} />
      {specialCases.map((item) => (
        <SpecialCase key={item.id} item={item} basis={basis} />
      ))}
      {activities.map((activity) => (
        <Activity key={activity.id} activity={activity} />
      ))}
    </Section>
  )
}

function withValue<T extends { value: string; text: string }>({ value, ...statement }: T) {
  return { ...statement, text: `${value} ${statement.text}` }
}

function SpecialCase({ item, basis }: { item: SpecialCaseView; basis: EditionPhase['basis'] }) {
  return (
    <Section id={partIds.specialCase(item.id)}>
      <Facts
        plain
        items={[
          { term: 'La persona beneficiaria', description: item.beneficiary },
          { term: 'Il CPI', description: <DoneList items={item.acts} /> },
          { term: 'Il Navigator', description: <DoneList items={item.tasks} /> },
        ]}
      />
      <StatementList statements={item.explain} basis={basis} />
    </Section>
  )
}

function DoneList({ items }: { items: readonly DoneView[] }) {
  if (items.length === 0) return 'Nessuna attività prevista.'
  return (
    <ul>
      {items.map(({ id, does }) => (
        <li key={id}>
          <a className="r-id" href={`#${partIds.activity(id)}`}>
            {id}
          </a>{' '}
          {does}
        </li>
      ))}
    </ul>
  )
}

function Activity({ activity }: { activity: ActivityView }) {
  const { id, kind, does, support, purpose, steps, limits, linked, terms, basis, cite } = activity
  const isTask = kind === 'task'
  const list = (statements: typeof steps, ordered = false) => (
    <StatementList statements={statements} basis={basis} ordered={ordered} />
  )
  return (
    <Section id={partIds.activity(id)} className="ed-item">
      <p className="ed-lead">{does}</p>
      {support ? <p>{supportInWords(support)}.</p> : null}
      <h5>A che cosa serve</h5>
      {list(purpose)}
      <h5>Come si fa</h5>
      {list(steps, true)}
      <h5>{isTask ? 'Che cosa resta all’operatore' : 'A che cosa fare attenzione'}</h5>
      {list(limits)}
      <LinkLine
        label={isTask ? 'Compiti del CPI a cui si affianca' : 'Attività del Navigator'}
        none="nessuno collegato"
        links={linked.map((other) => ({ id: partIds.activity(other.id), words: `${other.id} ${other.title}` }))}
      />
      <LinkLine label="Parole" links={terms.map(({ slug, term }) => ({ id: partIds.term(slug), words: term }))} />
      <BasisLine facts={basis.map((fact) => fact.id)} cite={cite} />
    </Section>
  )
}

type LinkLineProps = { label: string; none?: string; links: readonly { id: string; words: string }[] }

/** Places of the edition in one line of text. */
export function LinkLine({ label, none, links }: LinkLineProps) {
  if (links.length === 0 && !none) return null
  return (
    <p className="ed-basis">
      {label}:{' '}
      {links.map(({ id, words }, index) => (
        <Fragment key={id}>
          {index > 0 ? '; ' : null}
          <a href={`#${id}`}>{words}</a>
        </Fragment>
      ))}
      {links.length === 0 ? none : null}.
    </p>
  )
}
