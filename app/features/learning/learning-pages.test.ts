import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import { beforeAll, describe, expect, test } from 'vitest'
import { startAttempt } from '~/features/assessments/start-attempt.server'
import type { Role } from '~/features/auth/rules/grants'
import { content } from '~/features/curriculum/content.server'
import type { ObservationForm } from '~/features/curriculum/rules/module-content'
import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { asked } from '../../../tests/setup/requests'
import JobAidPage, { loader as readJobAid } from './pages/job-aid-page'
import LessonPage, { loader as readLesson, action as sendLesson } from './pages/lesson-page'
import ModulePage, { loader as readModule } from './pages/module-page'
import PlanPage, { loader as readPlan } from './pages/plan-page'

const hours = { online: 1, classroom: 2, remote: 0, collaborative: 3, onTheJob: 6 }
const criterion = {
  critical: true,
  observes: [],
  met: 'Sì',
  partly: 'Così così',
  notMet: 'No',
  practice: true as const,
}
const form: ObservationForm = {
  title: 'Osservare il primo appuntamento',
  settings: ['Allo sportello'],
  criteria: [
    { ...criterion, id: 'C1', operatore: 'Verifica la DID', navigator: 'Affianca l’operatore mentre verifica la DID' },
    { ...criterion, id: 'C2', critical: false, operatore: 'Firma il Patto' },
  ],
}
const activity = {
  id: 'A1',
  title: 'Prova a coppie',
  minutes: 180,
  purpose: 'Provare prima dello sportello.',
  steps: ['Scheda «Milvia», da consegnare a chi fa la persona.'],
  product: 'Un foglio per gruppo.',
  trainer: 'Consegna le schede una alla volta.',
  practice: true as const,
}
const primo = someModule({
  slug: 'primo-appuntamento',
  title: 'Il primo appuntamento',
  shortTitle: 'Primo incontro',
  phases: [3],
  trains: { tasks: ['F3.1'], acts: ['F3.C4'], leps: ['lep-did'], topics: [], areas: [] },
  hours: { navigator: hours, operatore: hours },
  form,
  observation: { required: 2, observers: 1, cutPercent: 70 },
  activities: [activity],
  jobAid: { title: 'Da tenere allo sportello', lead: 'In una pagina.', markdown: '## Prima\n\nSaluta. {prassi}\n' },
})
primo.lessons[0] = {
  slug: 'lezione-1',
  title: 'Accogliere la persona',
  lead: 'Alla fine sai accogliere.',
  minutes: 12,
  objectives: ['O1'],
  see: ['fase-3', 'F3.C4', 'F9.99'],
  markdown: '## Il testo congelato\n\nSi parte dalla DID. {F-027}\n',
}
const operators = someModule({ slug: 'operatori', title: 'Solo per operatori', hours: { operatore: hours } })

let versionId = ''
let learner: Awaited<ReturnType<typeof enrol>>

beforeAll(async () => {
  versionId = (await makePlan({ modules: [primo, operators, someModule({ slug: 'ultimo' })] })).versionId
  learner = await enrol({ versionId })
})

const asLearner = (id: string) => ({ id, profile: 'navigator', roles: ['learner'] as Role[] })
const colleague = (role: Role) => ({ id: 'nessuno', roles: [role] })
type Asking = Parameters<typeof asked>[0]

const plan = (who: Asking) => readPlan(asked(who, '/piano'))
const module = (who: Asking, slug = 'primo-appuntamento') => readModule(asked(who, `/moduli/${slug}`, { module: slug }))
const jobAid = (who: Asking, slug = 'primo-appuntamento') => readJobAid(asked(who, '/scheda', { module: slug }))
const lesson = (who: Asking, slug = 'lezione-1', moduleSlug = 'primo-appuntamento', query = '') =>
  readLesson(asked(who, `/lezione${query}`, { module: moduleSlug, lesson: slug }))
const mark = async (who: Asking, slug = 'lezione-1', moduleSlug = 'primo-appuntamento') =>
  sendLesson(asked(who, '/lezione', { module: moduleSlug, lesson: slug }, {}))

function shown(page: unknown, loaderData: unknown, actionData?: unknown) {
  const element = () =>
    createElement(page as FunctionComponent<Record<string, unknown>>, {
      loaderData,
      actionData,
      params: {},
      matches: [],
    })
  const Stub = createRoutesStub([{ path: '/', Component: element }])
  return renderToStaticMarkup(createElement(Stub, { initialEntries: ['/'] })).replaceAll('\u00a0', ' ')
}

describe('my plan', () => {
  test('shows the route, the one next step, hours and proofs', async () => {
    const { authority: by, enrolmentId, personId } = await enrol({ versionId })
    await record({ enrolmentId, personId }, { moduleSlug: 'primo-appuntamento', kind: 'lesson', subject: 'lezione-1' })
    await record(
      { enrolmentId, personId },
      { moduleSlug: 'primo-appuntamento', kind: 'hours', subject: 'classroom', minutes: 90 },
    )
    const html = shown(PlanPage, await plan(asLearner(by.actorId ?? '')))
    expect(html).toMatch(/Piano formativo per Navigator, versione \d+/)
    expect(html).toContain('Leggi la lezione 2, «Lezione 2»')
    expect(html).toContain('Poi si apre il test del modulo 1')
    expect(html).toContain('href="/moduli/primo-appuntamento/lezioni/lezione-2"')
    expect(html).toContain('Lette 1 su 2')
    expect(html).toContain('1 h 30 min su 2 h')
    expect(html).toContain('Modulo 1 di 2:')
    expect(html).not.toContain('Solo per operatori')
  })

  test('a test that was begun is what comes next, wherever one signs in', async () => {
    const { authority: by, enrolmentId, personId } = await enrol({ versionId })
    for (const subject of ['lezione-1', 'lezione-2']) {
      await record({ enrolmentId, personId }, { moduleSlug: 'ultimo', kind: 'lesson', subject })
    }
    const attempt = await startAttempt(by, 'ultimo')
    expect(attempt.ok).toBe(true)
    const html = shown(PlanPage, await plan(asLearner(personId)))
    expect(html).toContain('Continua il test del modulo 2')
    expect(html).toContain(`href="/tentativi/${attempt.ok ? attempt.value : ''}"`)
  })

  test('somebody who is not enrolled, or has left, is told what will be here and who brings it', async () => {
    const stranger = await makePerson({ profile: 'navigator', roles: [{ role: 'learner' }] })
    expect(shown(PlanPage, await plan(asLearner(stranger.id)))).toContain('chi gestisce il piano ti iscrive')
    const gone = await enrol({ versionId })
    await leaveEnrolment(authority('enrolment.write'), gone.enrolmentId, 'Cambia lavoro')
    expect(shown(PlanPage, await plan(asLearner(gone.personId)))).toMatch(/Hai lasciato il piano il \d\d\/\d\d\/\d{4}/)
  })

  test('is for those who learn', async () => {
    await expect(plan(null)).rejects.toMatchObject({ status: 303 })
    for (const role of ['trainer', 'centre-manager', 'plan-manager', 'committee', 'admin'] as const) {
      await expect(plan(colleague(role))).rejects.toMatchObject({ init: { status: 403 } })
    }
  })
})

describe('a module', () => {
  test('shows a learner lessons, test, hours and criteria of the own profile', async () => {
    const html = shown(ModulePage, await module(asLearner(learner.personId)))
    expect(html).toContain('Modulo 1 di 2')
    expect(html).toContain('4 domande, ne servono 3 giuste. 3 tentativi: il secondo dopo 1 ora, il terzo dopo 24 ore.')
    expect(html).toContain('Si apre a lezioni finite')
    expect(html).toContain('Affianca l’operatore mentre verifica la DID')
    expect(html).not.toContain('Firma il Patto')
    expect(html).toContain('href="/guida/attivita/F3.1"')
    expect(html).toContain('href="/guida/fasi/3"')
    expect(html).toContain('Supporto alla DID')
    expect(html).toContain('href="/moduli/primo-appuntamento/scheda"')
    expect(html).toContain('Norme al 22 luglio 2019')
    expect(html).toContain('Un foglio per gruppo.')
  })

  test('what those who lead an activity hold back does not reach those who take part', async () => {
    const asOne = JSON.stringify(await module(asLearner(learner.personId)))
    expect(asOne).not.toContain('Milvia')
    expect(asOne).not.toContain('una alla volta')
    expect(JSON.stringify(await module(colleague('trainer')))).toContain('Milvia')
  })

  test('those who only read see both profiles, and no state', async () => {
    const html = shown(ModulePage, await module(colleague('trainer')))
    expect(html).toContain('Firma il Patto')
    expect(html).toContain('Affianca l’operatore')
    expect(html).toContain('Modulo 1 di 3')
    expect(html).not.toMatch(/da leggere|Da iniziare|Apri il test/)
    expect(shown(ModulePage, await module(colleague('committee'), 'operatori'))).toContain('Solo per operatori')
  })

  test('a trainer whose role of learner has ended reads as a trainer, whatever the enrolment that is left open', async () => {
    const { personId } = await enrol({ versionId })
    const trainer = { id: personId, profile: 'navigator', roles: ['trainer'] as Role[] }
    const found = await module(trainer)
    expect(found.own).toBeNull()
    expect(shown(ModulePage, found)).toContain('Firma il Patto')
    expect((await lesson(trainer)).lesson.own).toBeNull()
  })

  test('a test that is open has its way in', async () => {
    const { personId, enrolmentId } = await enrol({ versionId })
    await record({ enrolmentId, personId }, { moduleSlug: 'ultimo', kind: 'recognition', subject: 'lessons' })
    expect(shown(ModulePage, await module(asLearner(personId), 'ultimo'))).toContain('href="/moduli/ultimo/test"')
  })

  test('of the other profile, or unknown, is not there for a learner, enrolled or not', async () => {
    const stranger = await makePerson({ profile: 'navigator', roles: [{ role: 'learner' }] })
    for (const id of [learner.personId, stranger.id]) {
      for (const slug of ['operatori', 'inventato']) {
        await expect(module(asLearner(id), slug)).rejects.toMatchObject({ init: { status: 404 } })
        await expect(lesson(asLearner(id), 'lezione-1', slug)).rejects.toMatchObject({ init: { status: 404 } })
        await expect(jobAid(asLearner(id), slug)).rejects.toMatchObject({ init: { status: 404 } })
      }
    }
    const both = { ...asLearner(learner.personId), roles: ['learner', 'trainer'] as Role[] }
    expect((await module(both, 'operatori')).own).toBeNull()
  })

  test('its job aid is one page; a module without one has none', async () => {
    const html = shown(JobAidPage, await jobAid(asLearner(learner.personId)))
    expect(html).toContain('Da tenere allo sportello')
    expect(html).toContain('Saluta.')
    await expect(jobAid(asLearner(learner.personId), 'ultimo')).rejects.toMatchObject({ init: { status: 404 } })
  })
})

describe('a lesson', () => {
  test('shows text, headings, guide, sources and lessons around it', async () => {
    const html = shown(LessonPage, await lesson(asLearner(learner.personId)))
    expect(html).toContain('Lezione 1 di 2, circa 12 minuti')
    expect(html).toContain('Il testo congelato')
    expect(html).toContain('In questa lezione')
    expect(html).toContain('href="/guida/attivita/F3.C4"')
    expect(html).toContain('href="/fonti#F-027"')
    expect(html).toContain('Segna come letta e continua')
    expect(html).toContain('Lezione 2')
    expect(html).toContain('Norme al 22 luglio 2019')
  })

  test('marked as read goes on to the next, then to the module, and says since when it counts', async () => {
    const { personId } = await enrol({ versionId })
    const who = asLearner(personId)
    const next = await mark(who)
    expect(next).toMatchObject({ status: 303 })
    expect((next as Response).headers.get('Location')).toBe('/moduli/primo-appuntamento/lezioni/lezione-2?fatto=letta')
    expect(((await mark(who, 'lezione-2')) as Response).headers.get('Location')).toBe(
      '/moduli/primo-appuntamento?fatto=letta',
    )
    const html = shown(LessonPage, await lesson(who))
    expect(html).toMatch(/Conta come letta dal \d\d\/\d\d\/\d{4}/)
    expect(html).toContain('Vai alla lezione successiva')
    expect(html).not.toContain('Segna come letta')
    expect(shown(LessonPage, await lesson(who, 'lezione-2'))).toContain('Vai al modulo')
    expect((await lesson(who, 'lezione-2', 'primo-appuntamento', '?fatto=letta')).message).toMatch(/segnata come letta/)
  })

  test('cannot be marked by those who only read, nor by a learner without a plan', async () => {
    await expect(mark(null)).rejects.toMatchObject({ init: { status: 401 } })
    await expect(mark(colleague('trainer'))).rejects.toMatchObject({ init: { status: 403 } })
    const stranger = await makePerson({ profile: 'navigator', roles: [{ role: 'learner' }] })
    const refused = await mark(asLearner(stranger.id))
    expect(refused).toMatchObject({ init: { status: 409 }, data: { refused: /chi gestisce il piano/ } })
    const html = shown(LessonPage, await lesson(asLearner(stranger.id)), { refused: 'Non segui ancora il piano' })
    expect(html).toContain('Non segui ancora il piano')
    expect(html).not.toContain('Segna come letta')
  })

  test('that is not in the plan is not there', async () => {
    await expect(lesson(asLearner(learner.personId), 'lezione-9')).rejects.toMatchObject({ init: { status: 404 } })
    await expect(mark(asLearner(learner.personId), 'lezione-9')).rejects.toMatchObject({ init: { status: 404 } })
    await expect(lesson(colleague('admin'))).rejects.toMatchObject({ init: { status: 403 } })
  })
})

describe('what is delivered', () => {
  test('comes from frozen rows: neither content/ nor a version approved later changes it', async () => {
    const now = content().modules.find(({ slug }) => slug === 'primo-appuntamento')
    expect(now?.lessons.map(({ title }) => title)).not.toContain('Accogliere la persona')
    const lessons = primo.lessons.map((one) => ({ ...one, markdown: '## Il testo nuovo\n\nAltro. {prassi}\n' }))
    await makePlan({ modules: [{ ...primo, lessons }], at: new Date(Date.now() + 60_000) })
    expect((await lesson(asLearner(learner.personId))).lesson.html).toContain('Il testo congelato')
    expect((await lesson(colleague('trainer'))).lesson.html).toContain('Il testo nuovo')
  })

  test('has no question, key or explanation in it', async () => {
    const who = asLearner(learner.personId)
    const all = await Promise.all([
      plan(who),
      module(who),
      lesson(who),
      jobAid(who),
      module(colleague('trainer')),
      lesson(colleague('plan-manager')),
    ])
    const sent = JSON.stringify(all)
    for (const secret of ['Domanda 1', 'Risposta a', 'È la prima', 'keyDigest', '"questions"', '"stem"']) {
      expect(sent).not.toContain(secret)
    }
  })
})
