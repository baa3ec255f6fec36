import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { unlockAssessment } from '~/features/assessments/unlock-assessment.server'
import { startSession } from '~/features/auth/lucia.server'
import type { Grant } from '~/features/auth/rules/grants'
import { appendRegister } from '~/features/classroom/append-register.server'
import { appendResponse } from '~/features/observations/append-response.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { dayOf } from '~/lib/dates'
import { writeAudit } from '~/platform/audit/write-audit.server'
import { database, transact } from '~/platform/database/client.server'
import { start, takeTest } from '../../../tests/setup/attempts'
import { enrol } from '../../../tests/setup/enrolments'
import { record } from '../../../tests/setup/evidence'
import { observedModule, signedObservation } from '../../../tests/setup/observations'
import { answered, sent, shown } from '../../../tests/setup/pages'
import { authority, makePerson } from '../../../tests/setup/people'
import { makePlan, someModule } from '../../../tests/setup/plans'
import { findDossier } from './dossier.queries.server'
import { type Dossier, dossierSchema } from './dossier.schema'
import DossierPage, { loader } from './pages/dossier-page'
import { action as download, loader as getDownload } from './pages/download-dossier'

const hours = { online: 1, classroom: 2, remote: 0, collaborative: 0, onTheJob: 2 }
const rule = { ...someModule({ slug: 'x' }).assessment, attempts: 1 }
const modules = [
  { ...observedModule({ slug: 'primo' }), assessment: rule, hours: { navigator: hours, operatore: hours } },
  someModule({ slug: 'secondo', assessment: rule }),
]
const now = new Date()

type Learner = Awaited<ReturnType<typeof makeLearner>>
let trainer = ''
let reader = ''
let one: Learner
let other: Learner

/** A learner with something of everything; `mark` stands in each text of theirs. */
async function makeLearner(versionId: string, mark: string) {
  const enrolled = await enrol({ versionId, homeEntryId: 'BG.cpi-albino', at: now })
  const learner = { ...enrolled, modules, profile: 'navigator' as const, mark }
  await transact((tx) =>
    tx.person.update({
      where: { id: enrolled.personId },
      data: { firstName: `Nome-${mark}`, lastName: `Cognome-${mark}` },
    }),
  )
  for (const { slug, lessons } of modules) {
    for (const { slug: subject } of lessons) await record(learner, { moduleSlug: slug, kind: 'lesson', subject }, now)
  }
  await takeTest(learner.personId, 4, now, 'primo')
  await takeTest(learner.personId, 1, now, 'secondo')
  const unlocker = authority('assessment.unlock', { actorId: trainer })
  const unlock = { enrolmentId: learner.enrolmentId, moduleSlug: 'secondo', reason: `Sblocco ${mark}` }
  expect((await unlockAssessment(unlocker, unlock)).ok).toBe(true)
  const recognised = { moduleSlug: 'primo', kind: 'recognition', subject: 'onTheJob', minutes: 60 } as const
  const old = await record(learner, {
    ...recognised,
    payload: { reason: `Riconosce ${mark}`, document: `Atto ${mark}` },
  })
  const wrong = { moduleSlug: 'primo', kind: 'recognition', subject: 'onTheJob', corrects: old, isVoid: true } as const
  await record(learner, { ...wrong, payload: { reason: `Sbagliato ${mark}` } })
  const observation = await signedObservation(learner, trainer, {
    ratings: { C2: 'partly' },
    body: { strength: `Bene ${mark}`, change: `Cambiare ${mark}`, action: `Azione ${mark}` },
  })
  const answer = { id: randomUUID(), observationId: observation, slot: 'learner', verdict: 'disagreed' }
  await transact((tx) => appendResponse(tx, { ...answer, byId: learner.personId, at: now }, `Contrario ${mark}`))
  await transact(async (tx) => {
    const { enrolmentId } = learner
    const ratings = JSON.stringify({ C1: 'notYet' })
    await tx.selfAssessment.create({
      data: { id: randomUUID(), enrolmentId, moduleSlug: 'primo', moment: 'before', at: now, ratings },
    })
    const entry = {
      id: randomUUID(),
      enrolmentId,
      moduleSlug: 'primo',
      heldOn: dayOf(now),
      minutes: 30,
      createdAt: now,
    }
    await tx.practiceEntry.create({
      data: { ...entry, tasks: '["F3.1"]', alongside: 'operatore', note: `Nota ${mark}`, state: 'returned' },
    })
    await tx.practiceDecision.create({
      data: {
        id: randomUUID(),
        entryId: entry.id,
        outcome: 'returned',
        byId: trainer,
        at: now,
        reason: `Manca ${mark}`,
      },
    })
    const posting = { id: randomUUID(), personId: learner.personId, entryId: 'BG.cpi-bergamo', startsOn: '2019-10-01' }
    await tx.posting.create({ data: { ...posting, endsOn: '2019-10-31', reason: `Carico ${mark}`, createdAt: now } })
    await startSession(tx, learner.personId, `Dispositivo ${mark}`, now)
    const looked = { actorId: reader, requestId: 'TEST-0000', action: 'progress.read-named', objectType: 'person' }
    await writeAudit(tx, { ...looked, objectId: learner.personId }, now)
  })
  return { ...learner, observation }
}

/** One register with both learners in it, as its signature leaves it. */
async function signRegister(learners: readonly Learner[]) {
  const register = {
    id: randomUUID(),
    trainerId: trainer,
    moduleSlug: 'primo',
    mode: 'classroom',
    heldOn: dayOf(now),
    startsAt: 540,
    endsAt: 660,
    signedAt: now,
    corrects: null,
    isVoid: false,
  }
  const rows = learners.map(({ enrolmentId, mark }) => ({ enrolmentId, minutes: 45, reason: `Assenza ${mark}` }))
  await transact(async (tx) => {
    await appendRegister(tx, register, { title: 'Incontro', place: 'Sala grande', rows })
    for (const { enrolmentId, minutes } of rows) {
      await tx.attendance.create({ data: { registerId: register.id, enrolmentId, minutes } })
    }
  })
}

beforeAll(async () => {
  await loadTerritory()
  const { versionId } = await makePlan({ modules })
  trainer = (await makePerson({ firstName: 'Teo', lastName: 'Formatore' })).id
  const seat = { role: 'committee', seat: 'anpal', startsOn: '2019-01-01' } as const
  const past = { role: 'plan-manager', startsOn: '2019-01-01', endsOn: '2019-12-31' } as const
  reader = (await makePerson({ firstName: 'Silvia', lastName: 'Guarda', roles: [seat, past] })).id
  one = await makeLearner(versionId, 'UNO')
  other = await makeLearner(versionId, 'DUE')
  await signRegister([one, other])
}, 120_000)

/** As the download has it. */
async function downloaded(personId: string, grants?: Grant[]) {
  const response = (await download(sent(personId, { fields: { x: '1' }, grants }))) as Response
  return { response, text: await response.text() }
}

describe('the dossier of a learner', () => {
  test('has everything of theirs', async () => {
    const { text } = await downloaded(one.personId)
    const said = [
      'Nome-UNO',
      'Cognome-UNO',
      'Sblocco UNO',
      'Riconosce UNO',
      'Atto UNO',
      'Sbagliato UNO',
      'Bene UNO',
      'Cambiare UNO',
      'Azione UNO',
      'Contrario UNO',
      'Nota su C2',
      'Nota UNO',
      'Manca UNO',
      'Carico UNO',
      'Dispositivo UNO',
      'Assenza UNO',
      'Non ancora',
      'Sala grande',
      'Teo Formatore',
      'Silvia Guarda',
    ]
    const page = shown(DossierPage, await loader(sent(one.personId)))
    for (const words of said) {
      expect(text).toContain(words)
      expect(page).toContain(words)
    }
  })

  test('has nothing of somebody else, even of one in the same register with the same trainer', async () => {
    const { text } = await downloaded(one.personId)
    const page = JSON.stringify(await loader(sent(one.personId)))
    const theirs = [
      other.personId,
      other.enrolmentId,
      other.observation,
      other.person.email,
      ...(await database.evidence.findMany({ where: { enrolmentId: other.enrolmentId } })).map(({ id }) => id),
    ]
    for (const word of ['DUE', ...theirs]) {
      expect(text).not.toContain(word)
      expect(page).not.toContain(word)
    }
  })

  test('has each row once: as many as the tables have', async () => {
    const { iscrizioni } = await findDossier(one.personId, now)
    const { enrolmentId } = one
    const [own] = iscrizioni
    expect(iscrizioni).toHaveLength(1)
    const where = { where: { enrolmentId } }
    expect(own?.attivita).toHaveLength(await database.evidence.count(where))
    expect(own?.tentativi).toHaveLength(await database.attempt.count(where))
    expect(own?.sblocchi).toHaveLength(await database.assessmentUnlock.count(where))
    expect(own?.osservazioni).toHaveLength(await database.observation.count(where))
    expect(own?.ore_sul_lavoro).toHaveLength(await database.practiceEntry.count(where))
    expect(own?.presenze).toHaveLength(await database.attendance.count(where))
    expect(own?.eventi).toHaveLength(await database.enrolmentEvent.count(where))
    const corrected = own?.attivita.filter(({ corregge, annulla }) => corregge && annulla)
    expect(corrected).toHaveLength(1)
    expect(own?.attivita.find(({ id }) => id === corrected?.[0]?.corregge)?.vale_oggi).toBe(false)
  })

  test('has no password, digest, salt, seed, session or hidden order', async () => {
    const { text } = await downloaded(one.personId)
    const person = await database.person.findUniqueOrThrow({ where: { id: one.personId } })
    const evidence = await database.evidence.findMany({ where: { enrolmentId: one.enrolmentId } })
    const observations = await database.observation.findMany({ where: { enrolmentId: one.enrolmentId } })
    const attempts = await database.attempt.findMany({ where: { enrolmentId: one.enrolmentId } })
    const registers = await database.register.findMany()
    const sessions = await database.session.findMany({ where: { personId: one.personId } })
    const keys = await database.frozenKey.findMany()
    const hidden = [
      person.passwordHash,
      'argon2',
      ...[...evidence, ...observations, ...registers].flatMap((row) => [row.salt, row.digest, row.payloadDigest]),
      ...attempts.map(({ seed }) => seed),
      ...sessions.map(({ idHash }) => idHash),
      ...keys.map(({ digest }) => digest),
    ]
    for (const secret of hidden) {
      expect(secret).toBeTruthy()
      expect(text).not.toContain(secret)
    }
  })

  test('has right answers of a passed test alone, and nothing of one that goes on', async () => {
    const before = await findDossier(one.personId, now)
    const find = (dossier: Dossier, slug: string, number: number) =>
      dossier.iscrizioni[0]?.tentativi.find(({ modulo, tentativo }) => modulo === slug && tentativo === number)
    expect(find(before, 'primo', 1)?.risposte?.[0]).toMatchObject({
      tua_risposta: 'Risposta a',
      risposta_giusta: 'Risposta a',
      corretta: true,
      spiegazione: 'È la prima.',
    })
    expect(find(before, 'secondo', 1)).toMatchObject({ risposte: null, risposte_giuste: 1, superato: false })
    expect(find(before, 'secondo', 1)?.argomenti?.length).toBeGreaterThan(0)
    await start(one.personId, new Date(), 'secondo')
    const open = find(await findDossier(one.personId, now), 'secondo', 2)
    expect(open).toMatchObject({ consegnato_il: null, risposte_giuste: null, argomenti: null, risposte: null })
  })

  test('says who looked, with the role that they held on that day', async () => {
    const { chi_ha_guardato } = await findDossier(one.personId, now)
    expect(chi_ha_guardato).toEqual([{ quando: now.toISOString(), nome: 'Silvia Guarda', ruoli: ['Cabina di Regia'] }])
  })
})

describe('the dossier of a trainer', () => {
  test('counts what they signed, none of it for somebody who signed nothing', async () => {
    for (const personId of [one.personId, reader]) {
      const { firmato_per_altri } = await findDossier(personId, now)
      expect(new Set(Object.values(firmato_per_altri))).toEqual(new Set([0]))
    }
  })

  test('says how much they signed, and about whom nothing', async () => {
    const { text } = await downloaded(trainer)
    const dossier = JSON.parse(text) as Dossier
    expect(dossier.firmato_per_altri).toMatchObject({
      osservazioni: await database.observation.count({ where: { observerId: trainer } }),
      registri: 1,
      ore_esaminate: 2,
      test_sbloccati: 2,
    })
    expect(dossier.iscrizioni).toEqual([])
    expect(text).not.toMatch(/UNO|DUE/)
    for (const { personId, enrolmentId } of [one, other]) {
      expect(text).not.toContain(personId)
      expect(text).not.toContain(enrolmentId)
    }
    expect(shown(DossierPage, await loader(sent(trainer)))).toContain('Osservazioni firmate')
  })
})

describe('the download', () => {
  test('is JSON by the documented keys, named by the day, and the page shows the same', async () => {
    for (const personId of [one.personId, other.personId, trainer, reader]) {
      const { response, text } = await downloaded(personId)
      expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
      expect(response.headers.get('Content-Disposition')).toBe(
        `attachment; filename="rotta-i-miei-dati-${dayOf(new Date())}.json"`,
      )
      const dossier = dossierSchema.parse(JSON.parse(text))
      expect({ ...(await loader(sent(personId))), creato_il: dossier.creato_il }).toEqual(dossier)
    }
  })

  test('is written down, once for each, as an act of the person on themselves', async () => {
    const written = () =>
      database.auditEntry.findMany({
        where: { action: 'dossier.export', objectId: one.personId },
        orderBy: { seq: 'asc' },
      })
    const before = (await written()).length
    await downloaded(one.personId)
    const rows = await written()
    expect(rows).toHaveLength(before + 1)
    expect(rows.at(-1)).toMatchObject({ actorId: one.personId, objectType: 'person', payload: '{}' })
  })

  test('is asked for by POST, by who has signed in', async () => {
    expect((await answered(() => getDownload(sent(one.personId)))).status).toBe(405)
    expect((await answered(() => getDownload(sent(null)))).status).toBe(303)
    expect((await answered(() => download(sent(null, { fields: { x: '1' } })))).status).toBe(401)
    expect((await answered(() => loader(sent(null)))).status).toBe(303)
  })
})
