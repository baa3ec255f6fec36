import { TotalsTable } from '~/features/training-plan/components/totals-table'
import { hoursOfPlan } from '~/features/training-plan/rules/settings-lines'
import { versionStateNames } from '~/features/training-plan/version-state-names'
import { formatDate, formatDay } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import { Facts } from '~/ui/facts'
import type { EditionView } from '../edition-view'
import type { NumberedSection } from '../rules/outline'
import { partIds } from '../rules/part-ids'

/** What this document is: plan, version, state, hash, and how much of everything. */
export function Cover({ view }: { view: EditionView }) {
  const { version, documentHash, totals } = view
  return (
    <section className="ed-cover">
      <p className="ed-kick">Rotta, edizione di lettura</p>
      <h1>{view.title}</h1>
      <p className="ed-version">
        Versione {version.number}, {versionStateNames[version.state]}
      </p>
      <p className="ed-lead">{hoursOfPlan(totals)}.</p>
      {Object.keys(totals).length > 0 ? <TotalsTable totals={totals} /> : null}
      <Facts
        plain
        items={[
          { term: 'Contiene', description: contents(view) },
          ...(version.submittedAt ? [{ term: 'Presentata il', description: formatDate(version.submittedAt) }] : []),
          ...(version.closedAt ? [{ term: 'Votazione chiusa il', description: formatDate(version.closedAt) }] : []),
          { term: 'Norme', description: `al ${formatDay(view.normsAt)}` },
          {
            term: 'Impronta del documento, SHA-256',
            description: documentHash ? (
              <span className="r-hash">{documentHash}</span>
            ) : (
              'Nessuna: la bozza non è ancora stata presentata e può cambiare'
            ),
          },
          { term: 'Edizione composta il', description: formatDay(view.composedOn) },
        ]}
      />
      <p className="ed-basis">
        {documentHash
          ? 'I moduli e il dimensionamento sono quelli congelati sotto l’impronta. '
          : 'I moduli sono quelli della bozza in questo momento. '}
        Guida, glossario e fonti sono quelli di questa installazione nel giorno in cui l’edizione è stata composta. Le
        risposte giuste delle domande non sono in questo documento.
      </p>
    </section>
  )
}

function contents({ modules, phases, glossary }: EditionView): string {
  const sum = (of: (module: EditionView['modules'][number]) => number) =>
    modules.reduce((total, module) => total + of(module), 0)
  const activities = phases.flatMap((phase) => phase.activities)
  const taught = modules.filter(({ final }) => !final)
  return [
    `${countOf(taught.length, 'modulo', 'moduli')}${taught.length < modules.length ? ' e il test finale' : ''}`,
    countOf(
      sum(({ lessons }) => lessons.length),
      'lezione',
      'lezioni',
    ),
    countOf(
      sum(({ questions }) => questions.length),
      'domanda',
      'domande',
    ),
    countOf(
      sum(({ form }) => form?.criteria.length ?? 0),
      'criterio di osservazione',
      'criteri di osservazione',
    ),
    countOf(phases.length, 'fase', 'fasi'),
    countOf(activities.filter(({ kind }) => kind === 'act').length, 'compito del CPI', 'compiti del CPI'),
    `${countOf(activities.filter(({ kind }) => kind === 'task').length, 'attività', 'attività')} del Navigator`,
    countOf(
      glossary.reduce((total, { entries }) => total + entries.length, 0),
      'termine',
      'termini',
    ),
  ].join(', ')
}

/** Every numbered section with a link to it. */
export function TableOfContents({ outline }: { outline: readonly NumberedSection[] }) {
  return (
    <nav className="ed-contents" aria-labelledby={partIds.contents}>
      <h2 id={partIds.contents}>Indice</h2>
      <p className="ed-basis">I numeri sono quelli delle sezioni. Sulla carta ogni pagina porta in testa la sua.</p>
      <Entries sections={outline} />
    </nav>
  )
}

function Entries({ sections }: { sections: readonly NumberedSection[] }) {
  return (
    <ol>
      {sections.map(({ id, number, title, children }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <span className="ed-no">{number}</span> <span>{title}</span>
          </a>
          {children.length > 0 ? <Entries sections={children} /> : null}
        </li>
      ))}
    </ol>
  )
}
