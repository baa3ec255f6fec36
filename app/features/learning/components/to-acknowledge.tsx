import { Link } from 'react-router'
import { Note } from '~/ui/note'

/** Signed observations that wait to be read: nothing depends on it, so it is no step of the plan. */
export function ToAcknowledge({ observations }: { observations: { id: string; text: string }[] }) {
  if (observations.length === 0) return null
  const title =
    observations.length === 1
      ? 'Un’osservazione su di te aspetta la presa visione'
      : `${observations.length} osservazioni su di te aspettano la presa visione`
  return (
    <Note kind="key" title={title}>
      <ul className="r-list">
        {observations.map(({ id, text }) => (
          <li key={id}>
            <Link to={`/osservazioni/${id}`}>{text}</Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}
