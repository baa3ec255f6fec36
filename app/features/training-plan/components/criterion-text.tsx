import type { Criterion } from '~/features/curriculum/rules/module-content'
import { Facts } from '~/ui/facts'

/** What a criterion looks at, for each profile, and when it is met. */
export function CriterionText({ critical, observes, operatore, navigator, met, partly, notMet }: Criterion) {
  const items = [
    { term: 'Operatore CPI', description: operatore },
    { term: 'Navigator', description: navigator },
    { term: 'Raggiunto', description: met },
    { term: 'Raggiunto in parte', description: partly },
    { term: 'Non raggiunto', description: notMet },
    { term: 'Osserva', description: observes.join(', ') },
  ]
  return (
    <>
      {critical ? <p className="r-flag">Critico</p> : null}
      <Facts plain items={items.filter(({ description }) => description)} />
    </>
  )
}
