import { formatDay } from '~/lib/dates'
import { countOf } from '~/lib/numbers'
import { Note } from '~/ui/note'
import type { LeftOut, Validated } from '../decide-practice.server'
import { stateNames } from '../practice-words'

/** What was validated, and by name what was not, with the reason. */
export function LeftOutNote({ outcome: { validated, leftOut, gone } }: { outcome: Validated }) {
  const done = countOf(validated, 'voce convalidata', 'voci convalidate')
  return (
    <Note
      kind="warn"
      title={`${validated === 0 ? 'Nessuna voce convalidata' : done}: altre sono cambiate`}
      role="alert"
    >
      <ul className="mb-0">
        {leftOut.map((entry) => (
          <li key={entry.entryId}>
            {entry.name}, {formatDay(entry.heldOn)}: {reasonOf(entry)}
          </li>
        ))}
        {gone > 0 ? (
          <li>{countOf(gone, 'voce non c’è più', 'voci non ci sono più')} tra quelle che puoi vedere</li>
        ) : null}
      </ul>
    </Note>
  )
}

function reasonOf({ why, state }: LeftOut) {
  switch (why) {
    case 'changed':
      return `intanto è cambiata, ora è «${stateNames[state].toLowerCase()}»`
    case 'left':
      return 'non segue più il piano'
    case 'not-taken':
      return 'il suo piano non chiede ore sul lavoro per questo modulo'
    case 'day-full':
      return 'con le altre ore di quel giorno sono più di 24: rimandala, perché la corregga'
    default:
      return why satisfies never
  }
}
