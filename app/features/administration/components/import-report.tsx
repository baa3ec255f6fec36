import { countOf, formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { Facts } from '~/ui/facts'
import { Figures } from '~/ui/figures'
import { Note } from '~/ui/note'
import type { ImportReport as Report } from '../import-report.queries.server'

const delimiterNames = { ';': 'punto e virgola', ',': 'virgola', '\t': 'tabulazione' }

/** What a file would do, and every row that stands in the way. */
export function ImportReport({ report }: { report: Report }) {
  return (
    <>
      <Figures
        items={[
          { label: 'da aggiungere', value: formatNumber(report.toCreate) },
          { label: 'da aggiornare', value: formatNumber(report.toUpdate) },
          { label: 'già a posto', value: formatNumber(report.unchanged) },
          { label: 'errori', value: formatNumber(report.errorCount) },
        ]}
      />
      <Facts
        className="mt-3"
        items={[
          { term: 'File', description: report.fileName },
          { term: 'Righe lette', description: formatNumber(report.rows) },
          { term: 'Caratteri', description: report.encoding },
          { term: 'Separatore', description: delimiterNames[report.delimiter] },
        ]}
      />
      {report.ignoredColumns.length > 0 ? (
        <Note kind="warn" className="mt-3" title="Alcune colonne non si leggono">
          {report.ignoredColumns.map((column) => `«${column}»`).join(', ')}
        </Note>
      ) : null}
      {report.closedCount > 0 ? (
        <Note kind="warn" className="mt-3" title={countOf(report.closedCount, 'ruolo già chiuso', 'ruoli già chiusi')}>
          Un ruolo chiuso non si riapre da solo: per darlo di nuovo scrivi nella colonna «dal» da quando vale.{' '}
          {linesOf(report)}
        </Note>
      ) : null}
      {report.errorCount > 0 ? (
        <section className="r-sec" aria-labelledby="errori">
          <h2 id="errori">{countOf(report.errorCount, 'errore da correggere', 'errori da correggere')}</h2>
          {report.errorCount > report.errors.length ? <p>Ecco i primi {report.errors.length}.</p> : null}
          <DataTable
            caption="Errori, riga per riga"
            captionHidden
            rows={report.errors.map((error, index) => ({ ...error, key: String(index) }))}
            rowKey={(error) => error.key}
            columns={[
              { key: 'line', header: 'Riga', numeric: true, cell: (error) => error.line },
              { key: 'column', header: 'Colonna', cell: (error) => error.column || 'tutta la riga' },
              { key: 'message', header: 'Che cosa fare', cell: (error) => error.message },
            ]}
          />
        </section>
      ) : null}
    </>
  )
}

function linesOf({ closedCount, closedLines }: Report) {
  const lines = closedLines.join(', ')
  if (closedCount === 1) return `Riga ${lines}.`
  return closedCount > closedLines.length ? `Righe ${lines} e altre.` : `Righe ${lines}.`
}
