/** What a learner has chosen at a question and not yet been told is saved. */
export type Answer = { choice: number | null; flagged: boolean }

/**
 * What became of the last save:
 * - `saved`, with when; `saving`
 * - `retrying`: the network or the service does not answer, the answer is on this page alone and is sent again
 * - `signed-out`: the session has ended; it is sent again, for who has signed in elsewhere meanwhile
 * - `refused`: sending it again would not help; `ended` when the attempt takes no answer any more
 */
export type SaveState =
  | { kind: 'none' }
  | { kind: 'saved'; at: string; answered: boolean }
  | { kind: 'saving' }
  | { kind: 'retrying'; cause: 'network' | 'service' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string; ended: boolean }

type Reply = Exclude<SaveState, { kind: 'none' | 'saving' }>

/**
 * Saves the answers to one question from the browser, one request at a time: what was chosen last is sent after what
 * was sent before it has arrived or failed, so that an earlier choice can never overtake a later one.
 *
 * @param send never throws: whatever happens on the way is a reply
 * @param tell called with each new state
 */
export function answerSaver(send: (answer: Answer) => Promise<Reply>, tell: (state: SaveState) => void) {
  let wanted: Answer | null = null
  let sending = false

  async function sendWanted() {
    if (sending || !wanted) return
    const sent = wanted
    sending = true
    const reply = await send(sent)
    sending = false
    if (wanted !== sent) return sendWanted()
    if (reply.kind === 'saved' || reply.kind === 'refused') wanted = null
    tell(reply)
  }

  return {
    save(answer: Answer) {
      wanted = answer
      tell({ kind: 'saving' })
      void sendWanted()
    },
    /** Sends again what is not saved yet, if anything; in silence, until something changes. */
    retry() {
      void sendWanted()
    },
    /** True while something chosen is on this page alone. */
    isPending: () => wanted !== null,
  }
}

/** Sends one answer to `/tentativi/:id/risposta`, and says what the server said to it. */
export async function sendAnswer(address: string, position: number, { choice, flagged }: Answer): Promise<Reply> {
  const body = new URLSearchParams({ position: String(position) })
  if (choice !== null) body.set('choice', String(choice))
  if (flagged) body.set('flagged', 'on')
  try {
    const response = await fetch(address, { method: 'POST', body })
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { kind: 'retrying', cause: 'service' }
    const answer = (await response.json()) as { at?: string; message?: string } | null
    if (response.ok && answer?.at) return { kind: 'saved', at: answer.at, answered: choice !== null }
    const message = answer?.message ?? 'Ricarica la pagina e scegli di nuovo la risposta'
    return { kind: 'refused', message, ended: response.status === 409 }
  } catch {
    // No network, or an answer that broke off: the same answer can be sent again without harm.
    return { kind: 'retrying', cause: 'network' }
  }
}
