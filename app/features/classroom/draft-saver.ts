import type { RegisterDraftBody } from './rules/register'

/** How far the draft on the page is saved. */
export type SaveState =
  | { kind: 'none' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Sent again until it arrives. */
  | { kind: 'retrying' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string }

type Reply = { kind: 'saved'; at: string; revision: number } | Exclude<SaveState, { kind: 'none' | 'saving' | 'saved' }>

/**
 * Saves a register as it is written, a moment after the last key, one request at a time: each carries the revision that
 * the one before it left, so that a second tab is noticed and the page never overtakes itself.
 *
 * @param send never throws: whatever happens on the way is a reply
 */
export function draftSaver(
  send: (body: RegisterDraftBody, revision: number) => Promise<Reply>,
  tell: (state: SaveState) => void,
  firstRevision: number,
  waitMs = 700,
) {
  let revision = firstRevision
  let wanted: RegisterDraftBody | null = null
  let sending: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A form with the whole draft is on its way: what is written meanwhile waits for the revision that it leaves. */
  let held = false

  async function sendWanted(): Promise<void> {
    while (wanted) {
      const sent = wanted
      const reply = await send(sent, revision)
      if (reply.kind === 'saved') revision = reply.revision
      const newer = wanted !== sent
      if (!newer && reply.kind !== 'retrying' && reply.kind !== 'signed-out') wanted = null
      if (!newer) return tell(reply.kind === 'saved' ? { kind: 'saved', at: reply.at } : reply)
    }
  }

  function flush(): Promise<void> {
    stopWaiting()
    sending ??= sendWanted().finally(() => {
      sending = null
    })
    return sending
  }

  function sendSoon() {
    stopWaiting()
    timer = setTimeout(flush, waitMs)
  }

  function stopWaiting() {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    changed(body: RegisterDraftBody) {
      wanted = body
      tell({ kind: 'saving' })
      if (!held) sendSoon()
    },
    flush,
    /** Before a form that carries the whole draft: nothing more is sent, and what is on its way has arrived. */
    async yield(): Promise<number> {
      stopWaiting()
      wanted = null
      held = true
      await sending
      return revision
    },
    /** The server has shown the draft anew: what was written meanwhile is saved on top of it. */
    adopt(next: number) {
      revision = next
      held = false
      if (wanted) sendSoon()
    },
    isPending: () => wanted !== null,
    /**
     * True while whoever leaves the page would lose something: what is written is here alone, and in no form that is on
     * its way. What waits for the pause is sent at once.
     */
    holdsBack() {
      if (timer !== undefined) void flush()
      return wanted !== null && !held
    },
  }
}

/** The fields of a draft as its form has them. */
export function draftFields({ rows, ...head }: RegisterDraftBody, revision: number): URLSearchParams {
  const fields = new URLSearchParams({ ...head, revision: String(revision) })
  for (const [index, { enrolmentId, present, minutes, reason }] of rows.entries()) {
    fields.set(`rows[${index}].enrolmentId`, enrolmentId)
    if (present) fields.set(`rows[${index}].present`, 'on')
    fields.set(`rows[${index}].minutes`, minutes)
    fields.set(`rows[${index}].reason`, reason)
  }
  return fields
}

/** Sends a draft to `/aula/bozze/:id/salva`, and says what the server said to it. */
export async function sendDraft(address: string, body: RegisterDraftBody, revision: number): Promise<Reply> {
  try {
    const response = await fetch(address, { method: 'POST', body: draftFields(body, revision), keepalive: true })
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { kind: 'retrying' }
    const answer = (await response.json()) as { at?: string; revision?: number; message?: string } | null
    if (response.ok && answer?.at && answer.revision) {
      return { kind: 'saved', at: answer.at, revision: answer.revision }
    }
    return { kind: 'refused', message: answer?.message ?? 'Ricarica la pagina e scrivi di nuovo' }
  } catch {
    return { kind: 'retrying' }
  }
}
