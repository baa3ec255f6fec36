import type { Participant } from './draft.queries.server'
import type { RegisterErrors } from './rules/read-register'
import type { RegisterDraftBody } from './rules/register'

/** What the form of a draft gets back when it does not lead elsewhere. */
export type DraftAnswer = {
  /** What to do, by field and by row. */
  errors: RegisterErrors
  /** Why the whole was refused. */
  refused: string | null
  /** What was typed and is not in the draft. */
  typed: RegisterDraftBody | null
  found: { typed: string; people: Participant[]; more: boolean } | null
}
