import { Link } from 'react-router'
import { EmptyState } from '~/ui/empty-state'

type NoPlanProps = { reason: { kind: 'left'; on: string } | { kind: 'not-enrolled' } | { kind: 'no-plan' } }

/** What will be on the page of somebody without a plan, when, and who brings it. */
export function NoPlan({ reason }: NoPlanProps) {
  return (
    <EmptyState title={titleOf(reason)} lead={leadOf(reason)}>
      <Link className="btn btn-primary" to="/guida">
        Apri la guida
      </Link>
    </EmptyState>
  )
}

function titleOf(reason: NoPlanProps['reason']) {
  return reason.kind === 'left' ? `Hai lasciato il piano il ${reason.on}` : 'Qui troverai il tuo piano formativo'
}

function leadOf({ kind }: NoPlanProps['reason']) {
  switch (kind) {
    case 'left':
      return 'Quello che hai fatto resta registrato. Se torni a seguirlo, chi gestisce il piano ti iscrive di nuovo e riparti da dove eri.'
    case 'not-enrolled':
      return 'Compare quando chi gestisce il piano ti iscrive: moduli, ore, test e il prossimo passo. Tu non devi fare nulla.'
    case 'no-plan':
      return 'Il piano è in preparazione. Dopo l’approvazione della Cabina di Regia, chi gestisce il piano ti iscrive e lo trovi qui.'
    default:
      return kind satisfies never
  }
}
