import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '~/platform/database/client.server'
import { ballot, makeCommittee, makeDraft, voter } from '../../../tests/setup/committee'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { castVote } from './cast-vote.server'
import { commentOnPlan } from './comment-on-plan.server'
import { followUpCondition } from './follow-up-condition.server'
import { resolveComment } from './resolve-comment.server'
import type { Choice } from './rules/voting'

type Committee = Awaited<ReturnType<typeof makeCommittee>>
let seat: Committee
let managerId: string

/** Authority to review, with the roles of a seat or of the plan manager. */
function reviewer(actorId: string, role: 'committee' | 'plan-manager' = 'committee') {
  const grants = [{ role, scope: { kind: 'region' } as const, startsOn: '2019-01-01' }]
  return { ...authority('plan.review', { actorId }), grants }
}
const manager = () => reviewer(managerId, 'plan-manager')
const submitted = async () => (await makePlan({ approved: false })).versionId
const commentsOn = (versionId: string) => database.planComment.count({ where: { versionId } })

async function decide(versionId: string, choice: Choice = 'approve') {
  for (const holder of Object.values(seat)) await castVote(voter(holder), versionId, ballot(choice))
}
async function comment(versionId: string, by = reviewer(seat.anpal)) {
  const made = await commentOnPlan(by, versionId, { part: 'primo/test', body: 'Perché la soglia scende?' })
  if (!made.ok) throw new Error(made.message)
  return made.value
}

beforeAll(async () => {
  seat = await makeCommittee()
  managerId = (await makePerson({ roles: [{ role: 'plan-manager' }] })).id
})

describe('commentOnPlan', () => {
  test.each(['', 'piano/dimensionamento', 'primo', 'primo/test', 'primo/lezioni/lezione-1', 'primo/domande/O1-1'])(
    'on “%s”, and the manager answers',
    async (part) => {
      const versionId = await submitted()
      const made = await commentOnPlan(reviewer(seat.anpal), versionId, { part, body: 'Perché?' })
      const answers = made.ok ? made.value : ''
      expect(await commentOnPlan(manager(), versionId, { answers, body: 'Perché sì.' })).toMatchObject({ ok: true })
      const rows = await database.planComment.findMany({ where: { versionId }, orderBy: { createdAt: 'asc' } })
      expect(rows).toMatchObject([
        { part, parentId: null, authorId: seat.anpal, body: 'Perché?' },
        { part, parentId: answers, authorId: managerId },
      ])
      const acts = await database.auditEntry.findMany({ where: { objectId: versionId } })
      expect(acts.map(({ action }) => action)).toEqual(['plan.comment', 'plan.comment'])
      expect(acts.map(({ payload }) => payload).join()).not.toContain('Perché')
    },
  )

  test.each(['primo/lezioni/lezione-9', 'terzo', 'primo/scheda', 'primo/domande/', 'PRIMO', ' ', '__proto__'])(
    'a forged part “%s” is refused',
    async (part) => {
      const versionId = await submitted()
      expect(await commentOnPlan(reviewer(seat.anpal), versionId, { part, body: 'x' })).toMatchObject({
        ok: false,
        reason: 'unknown-part',
      })
      expect(await commentsOn(versionId)).toBe(0)
    },
  )

  test('a version that is not there, a draft, an answer to nothing, to an answer, to a comment elsewhere: absent', async () => {
    const [versionId, elsewhere] = await Promise.all([submitted(), submitted()])
    const first = await comment(versionId)
    const answer = await commentOnPlan(manager(), versionId, { answers: first, body: 'x' })
    const draft = await makeDraft(2)
    const attempts = [
      commentOnPlan(manager(), 'non-esiste', { part: '', body: 'x' }),
      commentOnPlan(manager(), draft, { part: '', body: 'x' }),
      commentOnPlan(manager(), versionId, { answers: 'inventato', body: 'x' }),
      commentOnPlan(manager(), versionId, { answers: answer.ok ? answer.value : '', body: 'x' }),
      commentOnPlan(manager(), elsewhere, { answers: first, body: 'x' }),
    ]
    for (const attempt of attempts) expect(await attempt).toMatchObject({ ok: false, reason: 'absent' })
    expect([await commentsOn(versionId), await commentsOn(elsewhere)]).toEqual([2, 0])
  })

  test('after the decision there are no more comments, nor answers', async () => {
    const versionId = await submitted()
    const first = await comment(versionId)
    await decide(versionId)
    expect(await commentOnPlan(manager(), versionId, { part: '', body: 'x' })).toMatchObject({ reason: 'closed' })
    expect(await commentOnPlan(manager(), versionId, { answers: first, body: 'x' })).toMatchObject({ reason: 'closed' })
    expect(await commentsOn(versionId)).toBe(1)
  })
})

describe('resolveComment', () => {
  test.each([
    ['who wrote it', () => reviewer(seat.anpal)],
    ['the plan manager', manager],
  ])('by %s, once, with a note', async (_, by) => {
    const versionId = await submitted()
    const commentId = await comment(versionId)
    const asked = { versionId, commentId, note: 'Riscritte tre domande.' }
    expect(await resolveComment(by(), asked)).toEqual({ ok: true, value: null })
    expect(await resolveComment(by(), asked)).toMatchObject({ reason: 'already' })
    expect(await database.planCommentResolution.findUnique({ where: { commentId } })).toMatchObject({
      byId: by().actorId,
      note: asked.note,
    })
  })

  test('not by another seat', async () => {
    const versionId = await submitted()
    const commentId = await comment(versionId)
    const by = reviewer(seat['region-deputy'])
    expect(await resolveComment(by, { versionId, commentId, note: 'x' })).toMatchObject({ reason: 'not-yours' })
  })

  test('not an answer, nor a comment of another version', async () => {
    const [versionId, elsewhere] = await Promise.all([submitted(), submitted()])
    const commentId = await comment(versionId)
    const answer = await commentOnPlan(manager(), versionId, { answers: commentId, body: 'x' })
    const answerId = answer.ok ? answer.value : ''
    expect(await resolveComment(manager(), { versionId, commentId: answerId, note: 'x' })).toMatchObject({
      reason: 'absent',
    })
    expect(await resolveComment(manager(), { versionId: elsewhere, commentId, note: 'x' })).toMatchObject({
      reason: 'absent',
    })
  })

  test('also after the decision; twice at once, one', async () => {
    const versionId = await submitted()
    const commentId = await comment(versionId)
    await decide(versionId)
    const asked = { versionId, commentId, note: 'Fatto nella versione dopo.' }
    const results = await Promise.all([resolveComment(manager(), asked), resolveComment(manager(), asked)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('followUpCondition', () => {
  test('notes add up, by manager and seats; the conditions are those of the votes that count', async () => {
    const versionId = await submitted()
    await decide(versionId, 'conditions')
    const conditions = await database.planCondition.findMany({ where: { versionId }, orderBy: { position: 'asc' } })
    expect(conditions.map((condition) => condition.seat)).toEqual(['region-director', 'region-deputy', 'anpal'])
    const conditionId = conditions[0]?.id ?? ''
    const done = { versionId, conditionId, note: 'Aggiunto il criterio C5.4.', met: false }
    expect(await followUpCondition(manager(), done)).toEqual({ ok: true, value: null })
    const met = { versionId, conditionId, note: 'Va bene così.', met: true }
    expect(await followUpCondition(reviewer(seat['region-director']), met)).toEqual({ ok: true, value: null })
    const notes = await database.planConditionNote.findMany({ where: { conditionId }, orderBy: { at: 'asc' } })
    expect(notes).toMatchObject([
      { byId: managerId, met: false, note: done.note },
      { byId: seat['region-director'], met: true },
    ])
    expect(await database.auditEntry.count({ where: { objectId: versionId, action: 'plan.condition' } })).toBe(2)
  })

  test('a forged condition, or one of another version, is absent', async () => {
    const [versionId, elsewhere] = await Promise.all([submitted(), submitted()])
    await decide(versionId, 'conditions')
    const condition = await database.planCondition.findFirst({ where: { versionId } })
    const forged = [
      { versionId, conditionId: 'inventata' },
      { versionId: elsewhere, conditionId: condition?.id ?? '' },
    ]
    for (const one of forged) {
      expect(await followUpCondition(manager(), { ...one, note: 'x', met: true })).toMatchObject({ reason: 'absent' })
    }
    expect(await database.planConditionNote.count({ where: { conditionId: condition?.id } })).toBe(0)
  })
})
