import { formatDate } from '~/lib/dates'
import { Tag } from '~/ui/tag'

type EnrolmentStateProps = { enrolment: { leftAt: Date | null; completedAt: Date | null } }

/** Whether somebody follows the plan, has completed it, or has left it, in words. */
export function EnrolmentState({ enrolment: { leftAt, completedAt } }: EnrolmentStateProps) {
  const completed = completedAt ? <Tag state="ok">Completato il {formatDate(completedAt)}</Tag> : null
  if (leftAt) {
    return (
      <>
        {completed} <Tag state="off">Lasciato il {formatDate(leftAt)}</Tag>
      </>
    )
  }
  return completed ?? <Tag state="half">In corso</Tag>
}
