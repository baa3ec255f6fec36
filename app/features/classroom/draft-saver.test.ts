import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { draftRow, written } from '../../../tests/setup/registers'
import { draftForm, refusedWords } from './draft-body.schema'
import { draftFields, draftSaver, type SaveState } from './draft-saver'
import { rowKey } from './rules/read-register'

const body = (title: string) => written({ rows: ['e1'], title })
const tick = (ms = 5) => new Promise((resolve) => setTimeout(resolve, ms))

/** A saver whose server answers when told to. */
function saving(waitMs = 0) {
  const sent: { title: string; revision: number; answer: (reply: Reply) => void }[] = []
  const states: SaveState[] = []
  type Reply = Awaited<ReturnType<Parameters<typeof draftSaver>[0]>>
  const send = ({ title }: { title: string }, revision: number) =>
    new Promise<Reply>((answer) => {
      sent.push({ title, revision, answer })
    })
  return { saver: draftSaver(send, (state) => states.push(state), 1, waitMs), sent, states }
}

describe('saving a register as it is written', () => {
  test('one request at a time, the last text, each with the revision that the one before left', async () => {
    const { saver, sent, states } = saving()
    saver.changed(body('a'))
    await tick()
    saver.changed(body('ab'))
    saver.changed(body('abc'))
    await tick()
    expect(sent.map(({ title, revision }) => [title, revision])).toEqual([['a', 1]])
    sent[0]?.answer({ kind: 'saved', at: '9.00', revision: 2 })
    await tick()
    expect(sent.map(({ title, revision }) => [title, revision])).toEqual([
      ['a', 1],
      ['abc', 2],
    ])
    expect(saver.isPending()).toBe(true)
    sent[1]?.answer({ kind: 'saved', at: '9.01', revision: 3 })
    await tick()
    expect(saver.isPending()).toBe(false)
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '9.01' })
  })

  test('what did not arrive is sent again; what was refused waits for a change', async () => {
    const { saver, sent, states } = saving()
    saver.changed(body('a'))
    await tick()
    sent[0]?.answer({ kind: 'retrying' })
    await tick()
    expect([saver.isPending(), states.at(-1)]).toEqual([true, { kind: 'retrying' }])
    void saver.flush()
    await tick()
    expect(sent.map(({ title }) => title)).toEqual(['a', 'a'])
    sent[1]?.answer({ kind: 'refused', message: 'Togli il codice fiscale' })
    await tick()
    expect(saver.isPending()).toBe(false)
  })

  test('a form waits for what is on its way, then carries its revision; nothing more is sent', async () => {
    const { saver, sent } = saving()
    saver.changed(body('a'))
    await tick()
    saver.changed(body('ab'))
    const given = saver.yield()
    sent[0]?.answer({ kind: 'saved', at: '9.00', revision: 7 })
    expect(await given).toBe(7)
    await tick()
    expect(sent).toHaveLength(1)
  })

  test('what is written while a form is on its way waits for the draft that it leaves, and is saved on top of it', async () => {
    const { saver, sent } = saving()
    await saver.yield()
    saver.changed(body('a'))
    await tick()
    expect([sent.length, saver.isPending()]).toEqual([0, true])
    saver.adopt(5)
    await tick()
    expect(sent.map(({ title, revision }) => [title, revision])).toEqual([['a', 5]])
  })

  test('whoever leaves waits for what was just written, and it is sent at once; what fails is not hurried again', async () => {
    const { saver, sent } = saving(60_000)
    expect(saver.holdsBack()).toBe(false)
    saver.changed(body('a'))
    expect([saver.holdsBack(), sent.length]).toEqual([true, 1])
    sent[0]?.answer({ kind: 'retrying' })
    await tick()
    expect([saver.holdsBack(), sent.length]).toEqual([true, 1])
    void saver.flush()
    sent[1]?.answer({ kind: 'saved', at: '9.00', revision: 2 })
    await tick()
    expect([saver.holdsBack(), sent.length]).toEqual([false, 2])
  })

  test('a form that carries the draft is not held back by what is written meanwhile', async () => {
    const { saver } = saving()
    await saver.yield()
    saver.changed(body('a'))
    expect([saver.isPending(), saver.holdsBack()]).toEqual([true, false])
  })
})

describe('the fields of a draft', () => {
  const read = (fields: URLSearchParams) => {
    const submission = parseWithZod(fields, { schema: draftForm })
    return submission.status === 'success' ? submission.value : undefined
  }

  test('come back as they were written', () => {
    const draft = written({
      rows: [
        'e1',
        draftRow('e2', { present: false, reason: 'turno' }),
        draftRow('e3', { minutes: '30', reason: 'tardi' }),
      ],
      heldOn: 'domani',
      place: '=1+1',
      title: "D'Aràgo",
    })
    expect(read(draftFields(draft, 4))).toEqual({ revision: 4, body: draft })
  })

  test('the duration that the form showed stays the whole of it, whatever the times become; 0 is absent', () => {
    const fields = draftFields(written({ rows: ['e1', 'e2', 'e3', 'e1'] }), 1)
    fields.set('duration', '120')
    for (const [index, minutes] of ['120', '0', '90'].entries()) fields.set(`rows[${index}].minutes`, minutes)
    expect(read(fields)?.body.rows).toEqual([
      draftRow('e1'),
      draftRow('e2', { present: false }),
      draftRow('e3', { minutes: '90' }),
    ])
  })

  test.each(['RSSMRA80A01H501U', 'scrivi a mario@posta.example'])('%s is not even kept', (text) => {
    const draft = written({ rows: [draftRow('e1', { reason: text })], title: text, place: text, reason: text })
    expect(Object.keys(refusedWords(draft))).toEqual(['title', 'place', 'reason', rowKey('e1')])
    expect(refusedWords(written({ rows: [draftRow('e1', { reason: 'Treno in ritardo' })], title: 'Prove' }))).toEqual(
      {},
    )
  })
})
