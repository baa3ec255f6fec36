import { ProofTag } from '~/features/learning/components/proof-list'
import { modeTitle } from '~/features/learning/mode-title'
import { hoursText } from '~/features/learning/rules/module-standing'
import { kindName, levelName, outcomeName } from '~/features/observations/observation-words'
import { formatDate, formatDateTime, formatDay } from '~/lib/dates'
import { formatMinutes } from '~/lib/minutes'
import { DataTable } from '~/ui/data-table'
import { Tag } from '~/ui/tag'
import type { CentreModule } from '../centre-person.queries.server'

/** One module of one's own person: how it stands, and the records behind. */
export function CentreModuleSection({ module }: { module: CentreModule }) {
  const { slug, title, completedAt, lessonsRead, lessons, hours, test, observation } = module
  const begun = module.attempts.length + module.observations.length + module.hourLines.length + lessonsRead > 0
  return (
    <section className="r-sec" aria-labelledby={slug}>
      <h2 id={slug}>{title}</h2>
      <p className="mb-2">
        {completedAt ? (
          <Tag state="ok">Completato il {formatDate(completedAt)}</Tag>
        ) : (
          <Tag state={begun ? 'half' : undefined}>{begun ? 'In corso' : 'Da iniziare'}</Tag>
        )}
      </p>
      <dl className="r-ev">
        <div>
          <dt>Lezioni</dt>
          <dd>{lessons === 0 ? 'Non previste' : `Lette ${lessonsRead} su ${lessons}`}</dd>
        </div>
        <div>
          <dt>Ore</dt>
          <dd>
            {hours.length === 0 ? 'Non previste' : null}
            {hours.map((figure) => (
              <span key={figure.mode} className="d-block">
                {modeTitle(figure.mode)}: {hoursText(figure)}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>Test</dt>
          <dd>
            <ProofTag proof={test} />
          </dd>
        </div>
        <div>
          <dt>Osservazioni</dt>
          <dd>
            <ProofTag proof={observation} />
          </dd>
        </div>
      </dl>
      <Attempts attempts={module.attempts} title={title} />
      <Observations observations={module.observations} title={title} />
      <Hours lines={module.hourLines} title={title} />
    </section>
  )
}

function Attempts({ attempts, title }: { attempts: CentreModule['attempts']; title: string }) {
  if (attempts.length === 0) return null
  return (
    <details className="mt-3">
      <summary>
        Test <span className="r-muted">({attempts.length})</span>
      </summary>
      <DataTable
        caption={`Tentativi del test, ${title}`}
        captionHidden
        rows={attempts}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'number', header: 'Tentativo', cell: ({ number }) => number },
          { key: 'at', header: 'Consegnato il', cell: ({ submittedAt }) => formatDateTime(submittedAt) },
          {
            key: 'score',
            header: 'Risposte giuste',
            numeric: true,
            cell: ({ correct, total, cut }) => `${correct} su ${total}, ne servivano ${cut}`,
          },
          {
            key: 'passed',
            header: 'Esito',
            cell: ({ passed }) => <Tag state={passed ? 'ok' : 'warn'}>{passed ? 'Superato' : 'Non superato'}</Tag>,
          },
        ]}
      />
    </details>
  )
}

function Observations({ observations, title }: { observations: CentreModule['observations']; title: string }) {
  if (observations.length === 0) return null
  return (
    <details className="mt-3">
      <summary>
        Osservazioni <span className="r-muted">({observations.length})</span>
      </summary>
      <DataTable
        caption={`Osservazioni, ${title}`}
        captionHidden
        rows={observations}
        rowKey={({ id }) => id}
        columns={[
          { key: 'day', header: 'Data', cell: ({ observedOn }) => formatDay(observedOn) },
          { key: 'kind', header: 'Come', cell: ({ kind }) => kindName(kind) },
          {
            key: 'outcome',
            header: 'Esito',
            cell: ({ sufficient }) => <Tag state={sufficient ? 'ok' : 'warn'}>{outcomeName({ sufficient })}</Tag>,
          },
          { key: 'level', header: 'Livello di autonomia', cell: ({ level }) => levelName(level) },
          { key: 'by', header: 'Osservazione di', cell: ({ by }) => by ?? '–' },
        ]}
      />
    </details>
  )
}

function Hours({ lines, title }: { lines: CentreModule['hourLines']; title: string }) {
  if (lines.length === 0) return null
  return (
    <details className="mt-3">
      <summary>
        Ore registrate <span className="r-muted">({lines.length})</span>
      </summary>
      <DataTable
        caption={`Ore registrate, ${title}`}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { key: 'day', header: 'Data', cell: ({ occurredOn }) => formatDay(occurredOn) },
          {
            key: 'mode',
            header: 'Modalità',
            cell: ({ mode, recognised }) => `${modeTitle(mode)}${recognised ? ', riconosciute' : ''}`,
          },
          { key: 'minutes', header: 'Durata', numeric: true, cell: ({ minutes }) => formatMinutes(minutes) },
          { key: 'by', header: 'Registrate da', cell: ({ by }) => by ?? 'Rotta' },
        ]}
      />
    </details>
  )
}
