import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Answer, answerSaver, type SaveState, sendAnswer } from './answer-saver'

const chosen = (choice: number, flagged = false): Answer => ({ choice, flagged })
const saved: SaveState & { kind: 'saved' } = { kind: 'saved', at: 'alle 10.24', answered: true }
const offline: SaveState & { kind: 'retrying' } = { kind: 'retrying', cause: 'network' }

/** A saver whose requests are answered by hand. */
function withRequests() {
  const requests: {
    answer: Answer
    reply: (state: Exclude<SaveState, { kind: 'none' | 'saving' }>) => Promise<void>
  }[] = []
  const states: SaveState[] = []
  const saver = answerSaver(
    (answer) =>
      new Promise((resolve) => {
        requests.push({
          answer,
          reply: async (state) => {
            resolve(state)
            await Promise.resolve()
            await Promise.resolve()
          },
        })
      }),
    (state) => states.push(state),
  )
  return { saver, requests, states }
}

describe('saving from the browser', () => {
  test('sends a choice at once and says what became of it', async () => {
    const { saver, requests, states } = withRequests()
    saver.save(chosen(2))
    expect(requests.map(({ answer }) => answer)).toEqual([chosen(2)])
    expect(saver.isPending()).toBe(true)
    await requests[0]?.reply(saved)
    expect(states).toEqual([{ kind: 'saving' }, saved])
    expect(saver.isPending()).toBe(false)
  })

  test('a later choice waits for the earlier one, and only the last is sent: none overtakes another', async () => {
    const { saver, requests, states } = withRequests()
    saver.save(chosen(1))
    saver.save(chosen(2))
    saver.save(chosen(3))
    expect(requests).toHaveLength(1)
    await requests[0]?.reply(saved)
    expect(requests.map(({ answer }) => answer)).toEqual([chosen(1), chosen(3)])
    expect(saver.isPending()).toBe(true)
    expect(states).not.toContain(saved)
    await requests[1]?.reply(saved)
    expect(states.at(-1)).toBe(saved)
    expect(saver.isPending()).toBe(false)
  })

  test('without network it stays to be saved, and goes out again when asked to', async () => {
    const { saver, requests, states } = withRequests()
    saver.save(chosen(1))
    await requests[0]?.reply(offline)
    expect(saver.isPending()).toBe(true)
    saver.retry()
    saver.retry()
    expect(states).toEqual([{ kind: 'saving' }, offline])
    expect(requests.map(({ answer }) => answer)).toEqual([chosen(1), chosen(1)])
    await requests[1]?.reply(saved)
    saver.retry()
    expect(requests).toHaveLength(2)
  })

  test('what is refused is not sent again; an expired session is', async () => {
    const { saver, requests } = withRequests()
    saver.save(chosen(1))
    await requests[0]?.reply({ kind: 'signed-out' })
    expect(saver.isPending()).toBe(true)
    saver.retry()
    await requests[1]?.reply({ kind: 'refused', message: 'Il tempo è finito', ended: true })
    expect(saver.isPending()).toBe(false)
    saver.retry()
    expect(requests).toHaveLength(2)
  })
})

describe('what the server says', () => {
  afterEach(() => vi.unstubAllGlobals())
  const sending = async (answer: Response | Error) => {
    const fetched = vi.fn((_address: string, _init: RequestInit) =>
      answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer),
    )
    vi.stubGlobal('fetch', fetched)
    const reply = await sendAnswer('/tentativi/x/risposta', 3, { choice: 2, flagged: true })
    return { reply, body: String(fetched.mock.calls[0]?.[1].body) }
  }

  test('an answer is sent as a form', async () => {
    const { reply, body } = await sending(Response.json({ at: 'alle 10.24' }))
    expect(reply).toEqual(saved)
    expect(body).toBe('position=3&choice=2&flagged=on')
  })

  test.each<[string, Response | Error, SaveState]>([
    ['no network', new TypeError('Failed to fetch'), offline],
    ['an answer that broke off', new Response('{"at":'), offline],
    ['a fault of the service', new Response(null, { status: 500 }), { kind: 'retrying', cause: 'service' }],
    ['too many requests', new Response(null, { status: 429 }), { kind: 'retrying', cause: 'service' }],
    ['an expired session', new Response(null, { status: 401 }), { kind: 'signed-out' }],
    [
      'an attempt that has ended',
      Response.json({ message: 'Il tempo è finito' }, { status: 409 }),
      { kind: 'refused', message: 'Il tempo è finito', ended: true },
    ],
    [
      'an option that is not there',
      Response.json({ message: 'Scegline una' }, { status: 422 }),
      { kind: 'refused', message: 'Scegline una', ended: false },
    ],
    [
      'an attempt that is not there',
      Response.json(null, { status: 404 }),
      { kind: 'refused', message: 'Ricarica la pagina e scegli di nuovo la risposta', ended: false },
    ],
  ])('%s', async (_, response, expected) => {
    expect((await sending(response)).reply).toEqual(expected)
  })
})
