import type { BasisItem } from '../rules/basis-items'
import { BasisList } from './basis-list'

type TextBasisProps = { title: string; items: BasisItem[]; unprinted?: boolean }

/** What a text of the plan rests on: every fact that its numbers name, and where it was read. */
export function TextBasis(props: TextBasisProps) {
  return (
    <BasisList {...props}>
      I numeri fra parentesi quadre rinviano a questo elenco. Le altre frasi sono consigli di buona pratica; i casi e le
      persone sono inventati.
    </BasisList>
  )
}
