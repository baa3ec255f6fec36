import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { countOf, formatNumber } from '~/lib/numbers'
import { Facts } from '~/ui/facts'
import { SubmitButton } from '~/ui/forms/submit-button'

type Group = {
  toEnrol: number
  already: number
  left: number
  withoutPlan: number
  versionId: string
  number: number
  placeName: string
  profileName: string | undefined
}

/** What enrolling a group would do, and the button that does it; `children` hold the choice again, for the form. */
export function GroupNumbers({ group, children }: { group: Group; children: ReactNode }) {
  const { toEnrol, already, left, withoutPlan, versionId, number, placeName, profileName } = group
  return (
    <section className="r-sec r-w" aria-labelledby="numeri">
      <h2 id="numeri">I numeri</h2>
      <Facts
        items={[
          { term: 'Dove', description: placeName },
          { term: 'Profilo', description: profileName ?? 'Tutti' },
          { term: 'Versione del piano', description: number },
          { term: 'Persone da iscrivere', description: formatNumber(toEnrol) },
          { term: 'Seguono già il piano: restano come sono', description: formatNumber(already) },
          { term: 'Hanno lasciato il piano: rientrano una per una', description: formatNumber(left) },
          { term: 'Senza profilo, o senza moduli per il loro', description: formatNumber(withoutPlan) },
        ]}
      />
      {toEnrol > 0 ? (
        <Form method="post" className="mt-4">
          {children}
          <input type="hidden" name="versionId" value={versionId} />
          <SubmitButton busyLabel="Iscrivo…">Iscrivi {countOf(toEnrol, 'persona', 'persone')}</SubmitButton>
        </Form>
      ) : null}
    </section>
  )
}
