import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { makeDraft } from '../../../tests/setup/committee'
import { makeReviewers, seatGrant, sent, submitted, type Who } from '../../../tests/setup/committee-pages'
import { makePerson, password } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'

let { as, manager, decided } = {} as Awaited<ReturnType<typeof makeReviewers>>

beforeAll(async () => {
  ;({ as, manager, decided } = await makeReviewers())
})

describe('the forms of a version', () => {
  const vote = { intent: 'vote', choice: 'approve', password }

  test('a vote, then the one that decides', async () => {
    const versionId = await submitted()
    const page = `/cabina/piani/${versionId}`
    expect(await sent(as('anpal'), versionId, vote)).toMatchObject({ status: 303, to: `${page}?fatto=voto` })
    await sent(as('region-deputy'), versionId, vote)
    expect(await sent(as('region-director'), versionId, vote)).toMatchObject({
      status: 303,
      to: `${page}?fatto=deciso`,
    })
  })

  test('a seat closes with its password', async () => {
    const versionId = await submitted()
    await sent(as('anpal'), versionId, vote)
    const close = { intent: 'close', password }
    expect(await sent(as('anpal'), versionId, close)).toMatchObject({
      status: 409,
      answer: { conflict: { message: /manca il voto di una delle due parti/ } },
    })
    await sent(as('region-deputy'), versionId, vote)
    expect(await sent(as('anpal'), versionId, { ...close, password: 'sbagliata' })).toMatchObject({ status: 422 })
    expect(await sent(as('anpal'), versionId, close)).toMatchObject({ status: 303 })
  })

  test('a wrong password: 422 beside the field, the rest is kept, nothing is written', async () => {
    const versionId = await submitted()
    const fields = { ...vote, choice: 'return', reasons: 'Manca F7.3', password: 'sbagliata' }
    const { status, answer } = await sent(as('anpal'), versionId, fields)
    expect(status).toBe(422)
    expect(answer?.reply?.error).toEqual({ password: ['La password non è giusta: scrivila di nuovo'] })
    expect(answer?.reply?.initialValue).toMatchObject({ choice: 'return', reasons: 'Manca F7.3' })
    expect(answer?.reply?.initialValue).not.toHaveProperty('password')
    expect(await database.vote.count({ where: { versionId } })).toBe(0)
  })

  test('too many wrong passwords: 429', async () => {
    const versionId = await submitted()
    const person = await makePerson({ roles: [{ role: 'committee', seat: 'anpal' }] })
    const who: Who = { id: person.id, grants: [seatGrant('anpal')], address: '10.9.8.7' }
    const wrong = { ...vote, password: 'sbagliata' }
    const statuses = []
    for (let attempt = 0; attempt < 12; attempt++) statuses.push((await sent(who, versionId, wrong)).status)
    expect(statuses[0]).toBe(422)
    expect(statuses.at(-1)).toBe(429)
  })

  test('the plan manager has no vote: 403', async () => {
    const versionId = await submitted()
    expect(await sent(manager, versionId, vote)).toMatchObject({ status: 403 })
    expect(await sent(manager, versionId, { intent: 'close', password })).toMatchObject({ status: 403 })
  })

  test('a role that ended while the request was on its way: 403', async () => {
    const versionId = await submitted()
    const person = await makePerson({ roles: [{ role: 'committee', seat: 'anpal', endsOn: '2019-12-31' }] })
    const held: Who = { id: person.id, grants: [seatGrant('anpal')] }
    expect(await sent(held, versionId, vote)).toMatchObject({ status: 403 })
    expect(await database.vote.count({ where: { versionId } })).toBe(0)
  })

  test('an author who votes, and a vote after the decision: 409 with a sentence, what was written is kept', async () => {
    const author = await makePerson({ roles: [{ role: 'committee', seat: 'anpal' }] })
    const { versionId } = await makePlan({ approved: false, authors: [author.id] })
    const who: Who = { id: author.id, grants: [seatGrant('anpal')] }
    expect(await sent(who, versionId, vote)).toMatchObject({
      status: 409,
      answer: { conflict: { message: /non puoi votarla/, written: [] } },
    })
    const late = await sent(as('anpal'), await decided(), { ...vote, choice: 'return', reasons: 'Manca F7.3' })
    expect(late).toMatchObject({
      status: 409,
      answer: { conflict: { message: /votazione è chiusa/, written: ['Manca F7.3'] } },
    })
  })

  test('comments, answers, resolution', async () => {
    const versionId = await submitted()
    const comment = { intent: 'comment', part: 'primo/test', body: 'Perché?' }
    expect(await sent(as('anpal'), versionId, comment)).toMatchObject({ status: 303 })
    const forged = await sent(as('anpal'), versionId, { ...comment, part: 'primo/lezioni/inventata' })
    expect(forged).toMatchObject({
      status: 422,
      answer: { reply: { error: { part: ['Scegli una parte dell’elenco'] }, initialValue: { body: 'Perché?' } } },
    })
    const commentId = (await database.planComment.findFirst({ where: { versionId } }))?.id ?? ''
    expect(await sent(manager, versionId, { intent: 'answer', commentId, body: 'Perché sì' })).toMatchObject({
      status: 303,
    })
    const resolve = { intent: 'resolve', commentId, note: 'Chiarito' }
    expect(await sent(as('region-deputy'), versionId, resolve)).toMatchObject({ status: 403 })
    expect(await sent(manager, versionId, resolve)).toMatchObject({ status: 303 })
    expect(await sent(manager, versionId, resolve)).toMatchObject({ status: 409 })
    for (const intent of ['answer', 'resolve']) {
      const absent = { intent, commentId: 'inventato', body: 'x', note: 'x' }
      expect(await sent(manager, versionId, absent)).toMatchObject({ status: 404 })
    }
  })

  test('conditions', async () => {
    const versionId = await decided('conditions')
    const conditionId = (await database.planCondition.findFirst({ where: { versionId } }))?.id ?? ''
    const note = { intent: 'follow-up', conditionId, note: 'Aggiunto C5.4', met: 'on' }
    expect(await sent(manager, versionId, note)).toMatchObject({ status: 303 })
    expect(await sent(manager, versionId, { ...note, note: '' })).toMatchObject({ status: 422 })
    expect(await sent(manager, versionId, { ...note, conditionId: 'inventata' })).toMatchObject({ status: 404 })
  })

  test('no intent, or an unknown one: 422; a draft or an unknown version: 404', async () => {
    const versionId = await submitted()
    expect(await sent(as('anpal'), versionId, {})).toMatchObject({ status: 422, answer: { intent: null } })
    expect(await sent(as('anpal'), versionId, { intent: 'decide' })).toMatchObject({ status: 422 })
    expect(await sent(as('anpal'), 'non-esiste', vote)).toMatchObject({ status: 404 })
    expect(await sent(as('anpal'), await makeDraft(77), vote)).toMatchObject({ status: 404 })
    expect(await sent(null, versionId, vote)).toMatchObject({ status: 401 })
  })
})
