import { BasisList } from '~/features/curriculum/components/basis-list'
import type { BasisItem } from '~/features/curriculum/rules/basis-items'

/** What a page of the guide rests on. */
export function PageBasis({ items, unprinted }: { items: BasisItem[]; unprinted?: boolean }) {
  return (
    <BasisList title="Su che cosa si basa questa pagina" items={items} unprinted={unprinted}>
      I numeri fra parentesi rinviano a questo elenco. Anche il sommario in cima, le scadenze, gli strumenti e le
      colonne poggiano su questi fatti. Nel resto della pagina le frasi senza numero sono consigli di buona pratica.
    </BasisList>
  )
}
