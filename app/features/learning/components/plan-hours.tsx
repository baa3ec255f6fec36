import { useId } from 'react'
import { Link } from 'react-router'
import type { ModeView, PlanView } from '../learning-views'

/** Hours done of the whole plan: figure, bar and table by mode. */
export function PlanHours({ hours }: { hours: PlanView['hours'] }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Le tue ore</h2>
      <p className="r-big mt-2 mb-2">
        {hours.done} <span className="r-muted r-unit">su {hours.required}</span>
      </p>
      <svg className="r-hbar mb-3" width="100%" height="16" aria-hidden="true" focusable="false">
        <rect x="0.5" y="0.5" width="99%" height="15" fill="#fff" stroke="#5c6f82" />
        <rect x="0.5" y="0.5" width={`${(hours.percent * 99) / 100}%`} height="15" fill="#06c" />
      </svg>
      <ModeTable caption="Ore per modalità" modes={hours.modes} />
      <HoursLinks />
    </section>
  )
}

/** Where hours that others record come from, and where one logs one's own. */
export function HoursLinks() {
  return (
    <ul className="r-list mt-3">
      <li>
        <Link className="r-link r-tap" to="/pratica">
          Annota le ore sul lavoro
        </Link>
      </li>
      <li>
        <Link className="r-link r-tap" to="/aula">
          Le tue presenze
        </Link>
      </li>
    </ul>
  )
}

/** Hours by mode; the heading above says what they are of. */
export function ModeTable({ caption, modes }: { caption: string; modes: ModeView[] }) {
  return (
    <table className="r-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Modalità</th>
          <th scope="col">Ore</th>
        </tr>
      </thead>
      <tbody>
        {modes.map(({ name, text }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="n">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
