import type { CollaborativeActivity } from '~/features/curriculum/rules/module-content'
import { countOf } from '~/lib/numbers'
import { FactList } from './fact-list'

type ActivityBodyProps = { activity: Pick<CollaborativeActivity, 'steps' | 'minutes' | 'product' | 'trainer'> }

/** The steps of a collaborative activity, how long it takes, what comes of it, and what is for who leads it. */
export function ActivityBody({ activity: { steps, minutes, product, trainer } }: ActivityBodyProps) {
  return (
    <>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <FactList
        facts={[
          { label: 'durata', text: countOf(minutes, 'minuto', 'minuti') },
          { label: 'che cosa si produce', text: product },
          { label: 'per chi forma', text: trainer },
        ]}
      />
    </>
  )
}
