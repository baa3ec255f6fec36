import { describe, expect, test } from 'vitest'
import { drawnQuestions, learnerBeforeTest, start, takeTest } from '../../../tests/setup/attempts'
import { answered, type Sent, sent, shown, trainerRole } from '../../../tests/setup/pages'
import { someModule } from '../../../tests/setup/plans'
import AssessmentPage, { action as begin, loader as readAssessment } from './pages/assessment-page'
import AttemptPage, { loader as readQuestion, action as saveAndGoOn } from './pages/attempt-page'
import ResultPage, { loader as readResult } from './pages/result-page'
import ReviewPage, { action as handIn, loader as readReview } from './pages/review-page'
import { loader as askForChoice, action as saveChoice } from './pages/save-choice'

const at = (id: string) => ({ params: { id } })
const moduleParams = { params: { module: 'primo' } }

describe('the way through a test without script', () => {
  test('begin, answer one by one, look again, hand in, read the result', async () => {
    const { personId } = await learnerBeforeTest()
    const begun = await answered(() => begin(sent(personId, { ...moduleParams, fields: {} })))
    expect(begun.status).toBe(303)
    const id = String(begun.to).replace('/tentativi/', '')
    const questions = await drawnQuestions(id)
    for (const { position, optionOrder } of questions) {
      const choice = String(optionOrder.indexOf('a') + 1)
      const fields = { position: String(position), choice, vai: 'avanti', ...(position === 2 ? { flagged: 'on' } : {}) }
      const to = position < 4 ? `/tentativi/${id}?domanda=${position + 1}` : `/tentativi/${id}/riepilogo`
      expect(await answered(() => saveAndGoOn(sent(personId, { ...at(id), fields })))).toEqual({ status: 303, to })
    }
    const back = { position: '3', vai: 'indietro' }
    const went = await answered(() => saveAndGoOn(sent(personId, { ...at(id), fields: back })))
    expect(went).toEqual({ status: 303, to: `/tentativi/${id}?domanda=2` })
    const review = shown(ReviewPage, await readReview(sent(personId, at(id))))
    expect(review).toContain('Hai risposto a tutte le domande')
    expect(review).toContain('1 domanda è segnata da rivedere')
    const handed = await answered(() => handIn(sent(personId, { ...at(id), fields: {} })))
    expect(handed).toEqual({ status: 303, to: `/tentativi/${id}/esito` })
    expect(await answered(() => handIn(sent(personId, { ...at(id), fields: {} })))).toEqual(handed)
    const result = shown(ResultPage, await readResult(sent(personId, at(id))))
    expect(result).toContain('Hai superato il test')
    expect(result.match(/È la prima\./g)).toHaveLength(4)
  })

  test('the question page works by itself: saved option checked, mark kept, place in the strip', async () => {
    const { personId } = await learnerBeforeTest()
    const id = await start(personId)
    const fields = { position: '2', choice: '3', flagged: 'on', vai: 'avanti' }
    await answered(() => saveAndGoOn(sent(personId, { ...at(id), fields })))
    const page = await readQuestion(sent(personId, { ...at(id), query: '?domanda=2' }))
    const html = shown(AttemptPage, page)
    expect(html).toMatch(/<form[^>]*method="post"/)
    expect(html).toMatch(/<input[^>]*name="position" value="2"/)
    expect(html).toMatch(
      /<input[^>]*name="choice"[^>]*checked=""[^>]*value="3"|<input[^>]*name="choice"[^>]*value="3"[^>]*checked=""/,
    )
    expect(html).toMatch(/Risposta salvata alle \d/)
    expect(html).toContain('Domanda 2, risposta salvata, da rivedere')
    expect(html).toContain('Torna alla domanda 1')
    expect(html).toContain('1 risposta salvata su 4')
    // Without a number, the first question that has no answer.
    expect((await readQuestion(sent(personId, at(id)))).question.position).toBe(1)
  })

  test('a time limit is told with its end; without one nothing speaks of time', async () => {
    const assessment = { ...someModule({ slug: 'primo' }).assessment, timeLimitMinutes: 20 }
    const timed = await learnerBeforeTest({ modules: [someModule({ slug: 'primo', assessment })] })
    const untimed = await learnerBeforeTest()
    const html = async (personId: string) =>
      shown(AttemptPage, await readQuestion(sent(personId, at(await start(personId)))))
    expect(await html(timed.personId)).toMatch(/Fino a(lle \d|l \d\d\/)/)
    expect(await html(untimed.personId)).not.toMatch(/Fino a|Mancano/)
    expect(shown(AssessmentPage, await readAssessment(sent(timed.personId, moduleParams)))).toContain('20 minuti')
  })
})

describe('what cannot be done', () => {
  test('saving to an attempt that was handed in, or whose time is over: 409 with a sentence, by both ways', async () => {
    const { personId } = await learnerBeforeTest()
    const closed = await takeTest(personId, 0)
    const fields = { position: '1', choice: '1' }
    const both = [saveAndGoOn, saveChoice].map((save) =>
      answered(() => save(sent(personId, { ...at(closed), fields }))),
    )
    for (const one of await Promise.all(both)) {
      expect(one).toMatchObject({ status: 409, body: { message: expect.stringMatching(/già stato consegnato/) } })
    }
    const assessment = { ...someModule({ slug: 'primo' }).assessment, timeLimitMinutes: 1 }
    const slow = await learnerBeforeTest({ modules: [someModule({ slug: 'primo', assessment })] })
    const late = await start(slow.personId, new Date(Date.now() - 71_000))
    const over = await answered(() => saveAndGoOn(sent(slow.personId, { ...at(late), fields })))
    expect(over).toMatchObject({ status: 409, body: { message: expect.stringMatching(/tempo è finito/) } })
    expect(shown(ResultPage, await readResult(sent(slow.personId, at(late))))).toContain('Il tempo è finito')
  })

  test.each([
    ['another question', { position: '5', choice: '1' }],
    ['another option', { position: '1', choice: '4' }],
    ['an option by its id', { position: '1', choice: 'a' }],
    ['no question', {}],
    ['a direction that is none', { position: '1', choice: '1', vai: 'altrove' }],
  ])('%s: 422, and nothing is saved', async (_, fields) => {
    const { personId } = await learnerBeforeTest()
    const id = await start(personId)
    for (const save of [saveAndGoOn, saveChoice]) {
      const one = await answered(() => save(sent(personId, { ...at(id), fields })))
      expect(one).toMatchObject({ status: 422, body: { message: expect.any(String) } })
    }
    expect((await drawnQuestions(id)).every((question) => question.answer === null)).toBe(true)
  })

  test('the attempt of somebody else, and one that is not there: 404 everywhere', async () => {
    const [owner, other] = [await learnerBeforeTest(), await learnerBeforeTest()]
    const [open, closed] = [
      await takeTest(owner.personId, 4),
      await learnerBeforeTest().then((one) => start(one.personId)),
    ]
    for (const id of [open, closed, 'inventato']) {
      const fields = { position: '1', choice: '1' }
      const knocks = [
        () => readQuestion(sent(other.personId, at(id))),
        () => readReview(sent(other.personId, at(id))),
        () => readResult(sent(other.personId, at(id))),
        () => saveAndGoOn(sent(other.personId, { ...at(id), fields })),
        () => saveAndGoOn(sent(other.personId, { ...at(id), fields: {} })),
        () => saveChoice(sent(other.personId, { ...at(id), fields })),
        () => handIn(sent(other.personId, { ...at(id), fields: {} })),
      ]
      expect(await Promise.all(knocks.map(async (knock) => (await answered(knock)).status))).toEqual(
        knocks.map(() => 404),
      )
    }
    const missing = { params: { module: 'inventato' } }
    expect((await answered(() => readAssessment(sent(other.personId, missing)))).status).toBe(404)
    expect((await answered(() => begin(sent(other.personId, { ...missing, fields: {} })))).status).toBe(404)
  })

  test('a question number that is none: 404', async () => {
    const { personId } = await learnerBeforeTest()
    const id = await start(personId)
    for (const query of ['?domanda=0', '?domanda=5', '?domanda=x', '?domanda=1.5']) {
      expect((await answered(() => readQuestion(sent(personId, { ...at(id), query })))).status).toBe(404)
    }
  })

  test('beginning when it is not open: 409 with the reason', async () => {
    const { personId } = await learnerBeforeTest({ lessonsRead: false })
    const refused = await answered(() => begin(sent(personId, { ...moduleParams, fields: {} })))
    expect(refused).toMatchObject({ status: 409, body: { message: expect.stringMatching(/lezioni/) } })
  })

  test('an open attempt has no result yet, an ended one no questions: each leads to the other', async () => {
    const { personId } = await learnerBeforeTest()
    const open = await start(personId)
    const result = await answered(() => readResult(sent(personId, at(open))))
    expect(result).toEqual({ status: 303, to: `/tentativi/${open}` })
    await answered(() => handIn(sent(personId, { ...at(open), fields: {} })))
    for (const read of [readQuestion, readReview]) {
      const closed = await answered(() => read(sent(personId, at(open))))
      expect(closed).toEqual({ status: 303, to: `/tentativi/${open}/esito` })
    }
  })

  test('who has not signed in goes to sign in, who has another role stays outside, and a choice is never read', async () => {
    const { personId } = await learnerBeforeTest()
    const id = await start(personId)
    const reads = [
      (personIdOrNull: string | null, more: Sent) => readQuestion(sent(personIdOrNull, { ...at(id), ...more })),
      (personIdOrNull: string | null, more: Sent) => readResult(sent(personIdOrNull, { ...at(id), ...more })),
      (personIdOrNull: string | null, more: Sent) => readAssessment(sent(personIdOrNull, { ...moduleParams, ...more })),
    ]
    for (const read of reads) {
      expect((await answered(() => read(null, {}))).status).toBe(303)
      expect((await answered(() => read(personId, { grants: [trainerRole] }))).status).toBe(403)
    }
    const fields = { position: '1', choice: '1' }
    expect((await answered(() => saveChoice(sent(null, { ...at(id), fields })))).status).toBe(401)
    expect(
      (await answered(() => saveChoice(sent(personId, { ...at(id), fields, grants: [trainerRole] })))).status,
    ).toBe(403)
    expect((await answered(() => askForChoice(sent(personId, at(id))))).status).toBe(405)
  })
})
