import { describe, expect, test } from 'vitest'
import { type DraftSaveState, draftSaver, type Reply, type Written } from './draft-saver'

const written = (strength: string): Written => ({ fields: new URLSearchParams({ strength }), change: { strength } })
const network: Reply = { kind: 'retrying', cause: 'network' }
const saved = (revision: number): Reply => ({ kind: 'saved', at: 'alle 9.00', revision })

/** A saver whose requests wait until the test answers them, the oldest first. */
function prepared() {
  const sent: { text: string; revision: number; answer: (reply: Reply) => void }[] = []
  const told: DraftSaveState['kind'][] = []
  const saver = draftSaver({
    revision: 1,
    send: ({ change }, revision) =>
      new Promise((answer) => sent.push({ text: change.strength ?? '', revision, answer })),
    tell: ({ kind }) => told.push(kind),
  })
  /** Answers the request that was sent last, and waits for what follows. */
  const answer = async (reply: Reply) => {
    sent.at(-1)?.answer(reply)
    await new Promise((resolve) => setTimeout(resolve))
  }
  const requests = () => sent.map(({ text, revision }) => `${text} on ${revision}`)
  return { saver, answer, requests, told }
}

describe('the saver of a draft', () => {
  test('sends one after the other, each on the revision of the one before, the last text alone', async () => {
    const { saver, answer, requests, told } = prepared()
    saver.save(written('Una'))
    saver.save(written('Un'))
    saver.save(written('Uno'))
    expect(requests()).toEqual(['Una on 1'])
    await answer(saved(2))
    expect(requests()).toEqual(['Una on 1', 'Uno on 2'])
    expect(saver.isPending()).toBe(true)
    await answer(saved(3))
    expect(saver.isPending()).toBe(false)
    expect(told.at(-1)).toBe('saved')
  })

  test('keeps what could not be sent, and sends it again', async () => {
    const { saver, answer, requests, told } = prepared()
    saver.save(written('Una'))
    await answer(network)
    expect(told.at(-1)).toBe('retrying')
    expect(saver.isPending()).toBe(true)
    saver.retry()
    await answer({ kind: 'signed-out' })
    expect(saver.isPending()).toBe(true)
    saver.retry()
    await answer(saved(2))
    expect(requests()).toEqual(['Una on 1', 'Una on 1', 'Una on 1'])
    expect(saver.isPending()).toBe(false)
  })

  test('a conflict with what this page itself had sent, whose answer was lost, is none', async () => {
    const { saver, answer, requests, told } = prepared()
    saver.save(written('Una'))
    await answer(network)
    saver.save(written('Una e due'))
    await answer({ kind: 'conflict', revision: 2, stored: { strength: 'Una' } })
    expect(told).not.toContain('conflict')
    expect(requests().at(-1)).toBe('Una e due on 2')
    await answer(saved(3))
    expect(told.at(-1)).toBe('saved')
  })

  test('a conflict with another window stays until somebody decides', async () => {
    const { saver, answer, requests, told } = prepared()
    saver.save(written('Mia'))
    await answer({ kind: 'conflict', revision: 5, stored: { strength: 'Altra' } })
    expect(told.at(-1)).toBe('conflict')
    expect(saver.isPending()).toBe(true)
    saver.knows(5)
    saver.retry()
    expect(requests().at(-1)).toBe('Mia on 5')
    await answer(saved(6))
    expect(saver.isPending()).toBe(false)
  })

  test('what is refused is not sent again', async () => {
    const { saver, answer, requests } = prepared()
    saver.save(written('Una'))
    await answer({ kind: 'refused', message: 'No' })
    saver.retry()
    expect(requests()).toHaveLength(1)
    expect(saver.isPending()).toBe(false)
  })
})
