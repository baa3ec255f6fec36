import { modeNames } from '~/features/training-plan/plan-names'
import { formatMinutes } from '~/lib/minutes'
import { ShareBar } from '~/ui/charts/share-bar'
import { ScrollRegion } from '~/ui/scroll-region'

type Line = { mode: keyof typeof modeNames; delivered: number; planned: number }

/** Hours by mode: recorded, against those that the plan asks of everybody enrolled. */
export function HoursTable({ hours }: { hours: Line[] }) {
  const longest = Math.max(...hours.map(({ delivered, planned }) => Math.max(delivered, planned)), 0)
  return (
    <ScrollRegion label="Tabella: ore per modalità">
      <table className="r-table r-pin r-min-s">
        <caption className="visually-hidden">Ore registrate e previste, per modalità</caption>
        <thead>
          <tr>
            <th scope="col">Modalità</th>
            <th scope="col" className="n">
              Registrate
            </th>
            <th scope="col" className="n">
              Previste
            </th>
            <th scope="col" className="r-barcell">
              Registrate sulle previste
            </th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ mode, delivered, planned }) => (
            <tr key={mode}>
              <th scope="row">Ore {modeNames[mode]}</th>
              <td className="n">{formatMinutes(delivered)}</td>
              <td className="n">{formatMinutes(planned)}</td>
              <td className="r-barcell">
                <ShareBar value={delivered} base={planned} longest={longest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
