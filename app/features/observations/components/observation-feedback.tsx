import { formatDay } from '~/lib/dates'
import { Facts } from '~/ui/facts'
import type { ObservationDetails } from '../observation-views'
import { actionOutcomeNames } from '../observation-words'

/** What the observer gave back: one thing done well, one to change, the action agreed on. */
export function ObservationFeedback({
  feedback,
  earlierAction,
}: Pick<ObservationDetails, 'feedback' | 'earlierAction'>) {
  const { strength, change, action, actionOn } = feedback
  const said = (text: string) => <span className="r-said">{text}</span>
  const earlier = earlierAction
    ? [
        {
          term: 'L’azione concordata la volta prima',
          description: said(earlierAction.text ?? ''),
        },
        { term: 'Com’è andata', description: actionOutcomeNames[earlierAction.outcome] ?? '' },
      ]
    : []
  return (
    <Facts
      plain
      items={[
        { term: 'Una cosa fatta bene', description: said(strength) },
        { term: 'Una cosa da cambiare', description: said(change) },
        { term: 'L’azione concordata', description: said(action) },
        { term: 'Entro il', description: formatDay(actionOn) },
        ...earlier,
      ]}
    />
  )
}
