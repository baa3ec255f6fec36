import { type DraftChange, holdsChange } from './rules/draft'
import type { DraftBody } from './rules/observation'

/** What a form says at a moment: as it is sent, and as a change. */
export type Written = { fields: URLSearchParams; change: DraftChange }

/**
 * What became of the last save:
 * - `saved`, with when; `saving`
 * - `retrying`: the network or the service does not answer, what was written is on this page alone and is sent again
 * - `signed-out`: the session has ended; it is sent again, for who has signed in elsewhere meanwhile
 * - `conflict`: the draft was changed elsewhere; both stay until somebody decides
 * - `refused`: sending it again would not help
 */
export type DraftSaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'retrying'; cause: 'network' | 'service' }
  | { kind: 'signed-out' }
  | { kind: 'conflict'; revision: number; stored: DraftBody }
  | { kind: 'refused'; message: string }

export type Reply = Exclude<DraftSaveState, { kind: 'saving' } | { kind: 'saved' }> | (SavedReply & { kind: 'saved' })
type SavedReply = { at: string; revision: number }

type SaverOptions = {
  /** The revision that the page shows. */
  revision: number
  /** Never throws: whatever happens on the way is a reply. */
  send: (written: Written, revision: number) => Promise<Reply>
  /** Called with each new state, and the revision to send next. */
  tell: (state: DraftSaveState, revision: number) => void
}

/**
 * Saves a draft from the browser, one request at a time: what was written last is sent after what was sent before it
 * has arrived or failed. When an answer is lost on the way, the save may have happened: a conflict with what this page
 * itself had sent is none.
 */
export function draftSaver({ revision: first, send, tell }: SaverOptions) {
  let revision = first
  let wanted: Written | null = null
  let sending = false
  /** Sent, and never answered. */
  const unanswered = new Set<DraftChange>()

  async function sendWanted(): Promise<void> {
    if (sending || !wanted) return
    const sent = wanted
    sending = true
    const reply = await send(sent, revision)
    sending = false
    if (reply.kind === 'retrying') unanswered.add(sent.change)
    if (reply.kind === 'saved') {
      revision = reply.revision
      unanswered.clear()
    }
    if (reply.kind === 'conflict' && [...unanswered].some((change) => holdsChange(reply.stored, change))) {
      revision = reply.revision
      unanswered.clear()
      return sendWanted()
    }
    if (wanted !== sent && reply.kind !== 'conflict') return sendWanted()
    if (reply.kind === 'saved' || reply.kind === 'refused') wanted = null
    tell(reply.kind === 'saved' ? { kind: 'saved', at: reply.at } : reply, revision)
  }

  return {
    save(written: Written) {
      wanted = written
      tell({ kind: 'saving' }, revision)
      void sendWanted()
    },
    /** Sends again what is not saved yet, if anything; in silence, until something changes. */
    retry() {
      void sendWanted()
    },
    /** What the next save is made on: the server has said so, or after a conflict somebody who has seen both states. */
    knows(latest: number) {
      revision = latest
    },
    /** True while something written is on this page alone. */
    isPending: () => wanted !== null,
  }
}

type Answer = { at?: string; revision?: number; stored?: DraftBody; message?: string } | null

/** Sends what was written to `/osservazioni/:id/salva`, and says what the server said to it. */
export async function sendDraft(id: string, { fields }: Written, revision: number): Promise<Reply> {
  const body = new URLSearchParams(fields)
  body.set('revision', String(revision))
  try {
    const response = await fetch(`/osservazioni/${id}/salva`, { method: 'POST', body })
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { kind: 'retrying', cause: 'service' }
    const answer = (await response.json()) as Answer
    if (response.ok && answer?.at && answer.revision) {
      return { kind: 'saved', at: answer.at, revision: answer.revision }
    }
    if (answer?.stored && answer.revision) {
      return { kind: 'conflict', revision: answer.revision, stored: answer.stored }
    }
    return { kind: 'refused', message: answer?.message ?? 'Ricarica la pagina e riprova' }
  } catch {
    // No network, or an answer that broke off: the same can be sent again without harm.
    return { kind: 'retrying', cause: 'network' }
  }
}
