import { beforeAll, describe, expect, test } from 'vitest'
import { content } from '~/features/curriculum/content.server'
import { database } from '~/platform/database/client.server'
import { sha256 } from '~/platform/sha256.server'
import { ballot, makeDraft, voter } from '../../../tests/setup/committee'
import {
  asked,
  learnerGrant,
  makeReviewers,
  managerGrant,
  seatGrant,
  sent,
  statusOf,
  submitted,
  type Who,
} from '../../../tests/setup/committee-pages'
import { shown } from '../../../tests/setup/pages'
import { makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { castVote } from './cast-vote.server'
import CommitteePage, { loader as readCommittee } from './pages/committee-page'
import MinutesPage, { loader as readMinutes } from './pages/minutes-page'
import { loader as readDocument } from './pages/plan-document'
import DifferencePage, { loader as readDifference } from './pages/version-difference-page'
import ReviewPage, { loader as readReview } from './pages/version-review-page'
import TextPage, { loader as readText } from './pages/version-text-page'

let { seat, as, manager, decided } = {} as Awaited<ReturnType<typeof makeReviewers>>

beforeAll(async () => {
  ;({ seat, as, manager, decided } = await makeReviewers())
})

describe('who gets in', () => {
  const loaders = {
    page: readReview,
    differences: readDifference,
    text: readText,
    minutes: readMinutes,
    document: readDocument,
  }
  const learner: Who = { id: 'x', grants: [learnerGrant] }

  test.each(Object.entries(loaders))('%s: reviewers alone, and no draft', async (_, loader) => {
    const [versionId, draft] = [await decided(), await makeDraft(Math.floor(performance.now()))]
    const read = (who: Who, id: string) => statusOf(() => loader(asked(who, id)))
    expect(await read(null, versionId)).toBe(303)
    expect(await read(learner, versionId)).toBe(403)
    expect(await read({ id: 'x', grants: [{ ...managerGrant, endsOn: '2019-02-01' }] }, versionId)).toBe(403)
    expect(await read(as('anpal'), versionId)).toBe(200)
    expect(await read(manager, versionId)).toBe(200)
    expect([await read(manager, draft), await read(manager, 'non-esiste')]).toEqual([404, 404])
  })

  test('the list is for the same people', async () => {
    const read = (who: Who) => statusOf(() => readCommittee(asked(who)))
    expect([await read(null), await read(learner), await read(as('anpal')), await read(manager)]).toEqual([
      303, 403, 200, 200,
    ])
  })

  test('there are no minutes before the decision, and no module that is not in the plan', async () => {
    const versionId = await submitted()
    expect(await statusOf(() => readMinutes(asked(as('anpal'), versionId)))).toBe(404)
    expect(await statusOf(() => readText(asked(as('anpal'), versionId, { query: '?modulo=terzo' })))).toBe(404)
  })
})

describe('the words of the pages', () => {
  const intents = (html: string) => [...html.matchAll(/name="intent" value="([a-z-]+)"/g)].map(([, intent]) => intent)

  test('a seat votes and comments; the manager comments; the author reads why there is no vote', async () => {
    const author = await makePerson({ firstName: 'Nadia', lastName: 'Fumagalli', roles: [seatGrant('anpal')] })
    const { versionId } = await makePlan({ approved: false, authors: [author.id] })
    const bySeat = shown(ReviewPage, await readReview(asked(as('region-director'), versionId)))
    expect(intents(bySeat)).toEqual(['comment', 'vote'])
    expect(bySeat).toContain('Chi ha scritto la versione non vota: Nadia Fumagalli')
    expect(bySeat).toContain('L’atto non fissa un quorum: questa regola è nostra.')
    const byManager = shown(ReviewPage, await readReview(asked(manager, versionId)))
    expect(intents(byManager)).toEqual(['comment'])
    const byAuthor: Who = { id: author.id, grants: [seatGrant('anpal')] }
    const authors = shown(ReviewPage, await readReview(asked(byAuthor, versionId)))
    expect(intents(authors)).toEqual(['comment'])
    expect(authors).toContain('puoi leggere e commentare, non votare')
  })

  test('once each party has voted a seat may close, and reads what that decides', async () => {
    const versionId = await submitted()
    await castVote(voter(seat.anpal), versionId, ballot('return'))
    await castVote(voter(seat['region-deputy']), versionId, ballot('approve'))
    const html = shown(ReviewPage, await readReview(asked(as('anpal'), versionId)))
    expect(intents(html)).toEqual(['comment', 'vote', 'close'])
    expect(html).toContain('la versione è rinviata')
    expect(html).toContain('Mancano i criteri per l’attività F7.3.')
    expect(html).toContain('Cambia il tuo voto')
  })

  test('after the decision nothing is voted or commented; conditions are followed up; the minutes have all votes', async () => {
    const versionId = await submitted()
    await castVote(voter(seat.anpal), versionId, ballot('return', { reasons: 'Ripensato poi.' }))
    for (const id of Object.values(seat).toReversed()) await castVote(voter(id), versionId, ballot('conditions'))
    const html = shown(ReviewPage, await readReview(asked(as('anpal'), versionId)))
    expect(new Set(intents(html))).toEqual(new Set(['follow-up']))
    const minutes = shown(MinutesPage, await readMinutes(asked(as('anpal'), versionId)))
    const votes = await database.vote.findMany({ where: { versionId }, orderBy: { seq: 'asc' } })
    for (const { digest } of votes) expect(minutes).toContain(digest)
    expect(minutes).toMatch(/Rinvia, sostituito da un voto successivo/)
    expect(minutes).toContain('Ripensato poi.')
    expect(minutes).toContain('con il voto dell’ultimo dei tre seggi')
    expect(intents(minutes)).toEqual([])
  })

  test('a comment leads to its part, which leads to a comment', async () => {
    const versionId = await submitted()
    await sent(as('anpal'), versionId, { intent: 'comment', part: 'primo/domande/O1-1', body: 'Perché\ncosì?' })
    const query = '?parte=primo/domande/O1-2'
    const html = shown(ReviewPage, await readReview(asked(as('anpal'), versionId, { query })))
    expect(html).toContain(`href="/cabina/piani/${versionId}/testo?modulo=primo#parte-primo-domande-O1-1"`)
    expect(html).toMatch(/<option value="primo\/domande\/O1-2" selected/)
    const text = shown(TextPage, await readText(asked(as('anpal'), versionId, { query: '?modulo=primo' })))
    expect(text).toContain('id="parte-primo-domande-O1-1"')
    expect(text).toContain(`href="/cabina/piani/${versionId}?parte=primo%2Fdomande%2FO1-1#commenta"`)
  })

  test('lessons, questions and criteria name where their facts were read, without saying them; practice by its name', async () => {
    const module = someModule({ slug: 'primo' })
    const [lesson, other] = module.lessons
    const [first, second] = module.questions
    if (!lesson || !other || !first || !second) throw new Error('no texts')
    lesson.markdown = '## Perché\n\nUno. {F-027}\n'
    const { practice: _practice, ...grounded } = first
    module.questions = [{ ...grounded, facts: ['F-034'] }, second]
    const { versionId } = await makePlan({ approved: false, modules: [module] })
    const data = await readText(asked(as('anpal'), versionId, { query: '?modulo=primo' }))
    const text = shown(TextPage, data)
    for (const [id, place] of [
      ['F-027', 'D.g.r. XI/1981 del 22/07/2019, Allegato 1, par. 3.2, fase 3'],
      ['F-034', 'D.g.r. XI/1981 del 22/07/2019, Allegato 1, par. 3.2, fase 6'],
    ] as const) {
      expect(text).toContain(`href="/fonti#${id}"`)
      expect(text).toContain(place)
      expect(JSON.stringify(data)).not.toContain(content().facts.find((fact) => fact.id === id)?.statement)
    }
    expect(text.match(/Prassi: poggia su una buona pratica/g)).toHaveLength(1)
  })

  test('the first version says so; a later one shows what it changes', async () => {
    const [first] = await database.planDecision.findMany({ where: { outcome: 'approved' }, take: 1 })
    expect(first).toBeDefined()
    const modules = [someModule({ slug: 'primo', lessonCount: 3 }), someModule({ slug: 'secondo' })]
    const [question] = modules[1]?.questions ?? []
    if (question) question.keyDigest = sha256('un’altra chiave')
    const { versionId } = await makePlan({ approved: false, modules })
    const html = shown(ReviewPage, await readReview(asked(as('anpal'), versionId)))
    expect(html).toMatch(/Che cosa cambia rispetto alla versione \d+/)
    expect(html).toContain('Lezione «Lezione 3», aggiunto')
    expect(html).toContain('La risposta giusta o la spiegazione è cambiata.')
    const full = shown(DifferencePage, await readDifference(asked(as('anpal'), versionId)))
    expect(full).toMatch(/2 modifiche rispetto alla versione \d+/)
  })

  test('the list says what waits for whom', async () => {
    const versionId = await submitted()
    const html = shown(CommitteePage, await readCommittee(asked(as('anpal'))))
    expect(html).toMatch(/versioni aspettano il tuo voto/)
    expect(html).toContain(`/cabina/piani/${versionId}`)
    expect(shown(CommitteePage, { versions: [], title: 'x' })).toContain('Qui stanno le versioni da esaminare')
  })
})

describe('what does not leave the server', () => {
  test('no key, no digest of a key, in data and pages', async () => {
    const { versionId, document } = await makePlan({ approved: false })
    const digest = document.modules[0]?.questions[0]?.keyDigest ?? ''
    const who = as('anpal')
    const data = [
      await readCommittee(asked(who)),
      await readReview(asked(who, versionId)),
      await readDifference(asked(who, versionId)),
      await readText(asked(who, versionId)),
      await readText(asked(who, versionId, { query: '?modulo=primo' })),
    ]
    for (const one of data) {
      expect(JSON.stringify(one)).not.toContain('È la prima')
      expect(JSON.stringify(one)).not.toContain(digest)
    }
  })

  test('the document is handed out byte by byte, and is what was voted on', async () => {
    const { versionId } = await makePlan({ approved: false })
    const response = await readDocument(asked(as('anpal'), versionId))
    const version = await database.planVersion.findUnique({ where: { id: versionId } })
    expect(sha256(await response.text())).toBe(version?.documentHash)
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="piano-versione-\d+\.json"$/)
  })
})
