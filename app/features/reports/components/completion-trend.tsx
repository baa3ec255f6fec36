import { formatDay } from '~/lib/dates'
import { formatNumber } from '~/lib/numbers'
import { TrendLine } from '~/ui/charts/trend-line'
import type { TrendPoint } from '../rules/trend'

type CompletionTrendProps = {
  /** Null where only single entries are looked at: weeks are counted by province. */
  points: TrendPoint[] | null
  /** The places, or the people enrolled. */
  target: { value: number; label: string } | null
  who: string
}

/** Completions week by week, as a line and as the table beneath it. */
export function CompletionTrend({ points, target, who }: CompletionTrendProps) {
  if (!points) return <p>L’andamento si conta per province intere.</p>
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return <p>Il grafico comincia con il primo completamento.</p>
  return (
    <>
      <TrendLine
        title={`${who} che hanno completato, settimana per settimana`}
        description={`Da ${formatNumber(first.completed)} nella settimana del ${formatDay(first.monday)} a ${formatNumber(last.completed)} in quella del ${formatDay(last.monday)}${target ? `; ${target.label}` : ''}.`}
        points={points.map(({ monday, completed }) => ({ label: formatDay(monday).slice(0, 5), value: completed }))}
        target={target}
        lastLabel={`${formatNumber(last.completed)} completati`}
      />
      <details className="mt-2">
        <summary>Leggi i dati in tabella</summary>
        <table className="r-table mt-2">
          <caption>Completati alla fine di ogni settimana</caption>
          <thead>
            <tr>
              <th scope="col">Settimana dal</th>
              <th scope="col" className="n">
                Completati
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ monday, completed }) => (
              <tr key={monday}>
                <th scope="row">{formatDay(monday)}</th>
                <td className="n">{formatNumber(completed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
