import { Note } from '~/ui/note'
import { DraftConflictNote } from './draft-conflict'

type Answer = {
  intent: string | null
  reply: { error?: Record<string, string[] | null> | null } | null
  conflict: Parameters<typeof DraftConflictNote>[0] | null
}

type RefusedNoteProps = {
  answer: Answer | undefined
  /** The forms that show their errors themselves. */
  ownForms: readonly string[]
}

/** Why a button of the page did nothing; forms with fields say it themselves. */
export function RefusedNote({ answer, ownForms }: RefusedNoteProps) {
  if (!answer) return null
  const { intent, reply, conflict } = answer
  if (conflict?.asked) return <DraftConflictNote {...conflict} />
  if (intent && ownForms.includes(intent)) return null
  const reasons = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? [])
  return (
    <Note kind="bad" title="Non è cambiato nulla" role="alert">
      {reasons.length > 0 ? reasons.join('. ') : 'Non abbiamo capito la richiesta: usa i pulsanti di questa pagina'}.
    </Note>
  )
}
