import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { recordEvidence } from '~/features/evidence/record-evidence.server'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { workingWithinReach } from '~/features/territory/workplaces.server'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { type Result, refusal, success } from '~/lib/result'
import { type Transaction, transact } from '~/platform/database/client.server'
import { minutesOfDay } from './minutes-of-day.server'
import { isDayFull, type PracticeState } from './rules/practice'
import { writeDecision } from './write-decision.server'

type By = Authorised<'practice.validate'>

/**
 * Why a practice was left as it was: decided or withdrawn meanwhile (`state` says how), its learner has left the plan,
 * the plan asks for no such hours, or the day is full since a register was signed.
 */
export type LeftOut = {
  entryId: string
  name: string
  heldOn: string
  why: 'changed' | 'left' | 'not-taken' | 'day-full'
  state: PracticeState
}
/** What became of what was chosen; `gone` counts what is not there, or out of reach now. */
export type Validated = { validated: number; leftOut: LeftOut[]; gone: number }

const absent = refusal('absent', 'Questa voce non c’è')
const own = refusal('own', 'Le tue ore le convalida un altro formatore della tua provincia')

/**
 * Validates practice of learners in reach, one or many together: each gives evidence of hours on the job in the same
 * transaction. What changed meanwhile is left as it is and named; the rest is validated all the same.
 * @returns `absent` when nothing of it is there, `own` when something of it is one's own: then nothing changes
 */
export async function validatePractice(
  by: By,
  entryIds: readonly string[],
): Promise<Result<Validated, 'absent' | 'own'>> {
  return transact(async (tx) => {
    const wanted = [...new Set(entryIds)]
    const entries = await readEntries(tx, by, wanted)
    if (entries.length === 0) return absent
    if (entries.some((entry) => entry.enrolment.personId === by.actorId)) return own
    const leftOut: LeftOut[] = []
    for (const entry of entries) {
      const why = await whyLeftOut(tx, entry)
      if (why) leftOut.push({ entryId: entry.id, name: nameOf(entry), heldOn: entry.heldOn, why, state: entry.state })
      else await validate(tx, by, entry)
    }
    const validated = entries.length - leftOut.length
    return success({ validated, leftOut, gone: wanted.length - entries.length })
  })
}

/**
 * Sends practice back to its learner, who may log it anew.
 * @returns `absent`, `own`, `changed` (it is not pending any more)
 */
export function returnPractice(by: By, wanted: { entryId: string; reason: string }) {
  return decideOne(by, wanted, 'pending', async (tx, entry) => {
    await writeDecision(tx, by, entry, { outcome: 'returned', reason: wanted.reason })
  })
}

/**
 * Takes back a validation, also somebody else's: a void row takes the place of its evidence.
 * @returns `absent`, `own`, `changed` (it is not validated any more)
 */
export function revokePractice(by: By, wanted: { entryId: string; reason: string }) {
  return decideOne(by, wanted, 'validated', async (tx, entry) => {
    const { evidenceId: corrects } = await tx.practiceDecision.findFirstOrThrow({
      where: { entryId: entry.id, outcome: 'validated' },
      select: { evidenceId: true },
    })
    if (!corrects) throw new Error(`Practice ${entry.id} was validated without evidence`)
    const payload = { entry: entry.id, validator: by.actorId, reason: wanted.reason }
    const evidenceId = await recordEvidence(tx, by, { ...evidenceOf(entry), corrects, isVoid: true, payload })
    await writeDecision(tx, by, entry, { outcome: 'revoked', reason: wanted.reason, evidenceId })
  })
}

async function decideOne(
  by: By,
  { entryId }: { entryId: string },
  from: PracticeState,
  decide: (tx: Transaction, entry: Entry) => Promise<void>,
): Promise<Result<null, 'absent' | 'own' | 'changed'>> {
  return transact(async (tx) => {
    const [entry] = await readEntries(tx, by, [entryId])
    if (!entry) return absent
    if (entry.enrolment.personId === by.actorId) return own
    if (entry.state !== from) return refusal('changed', 'Intanto questa voce è cambiata: guarda come sta adesso')
    await decide(tx, entry)
    return success(null)
  })
}

type Entry = Awaited<ReturnType<typeof readEntries>>[number]

/** The entries in reach, by the day on which they were done. */
async function readEntries(tx: Transaction, by: By, ids: readonly string[]) {
  if (!by.actorId) return []
  const rows = await tx.practiceEntry.findMany({
    where: { id: { in: [...ids] }, enrolment: { person: workingWithinReach(by, by.today) } },
    orderBy: [{ heldOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      enrolmentId: true,
      moduleSlug: true,
      heldOn: true,
      minutes: true,
      state: true,
      enrolment: {
        select: {
          personId: true,
          versionId: true,
          profile: true,
          activeKey: true,
          person: { select: { firstName: true, lastName: true } },
        },
      },
    },
  })
  return rows.map((row) => ({ ...row, state: row.state as PracticeState }))
}

async function whyLeftOut(tx: Transaction, { state, enrolment, moduleSlug, heldOn }: Entry) {
  if (state !== 'pending') return 'changed'
  if (!enrolment.activeKey) return 'left'
  const module = moduleOf(await frozenPlan(enrolment.versionId), moduleSlug)
  if (!(module && requirementsOf(module, enrolment.profile as Profile)?.minutes.onTheJob)) return 'not-taken'
  return isDayFull(await minutesOfDay(tx, enrolment.personId, heldOn)) ? 'day-full' : undefined
}

async function validate(tx: Transaction, by: By, entry: Entry) {
  const payload = { entry: entry.id, validator: by.actorId }
  const evidenceId = await recordEvidence(tx, by, { ...evidenceOf(entry), minutes: entry.minutes, payload })
  await writeDecision(tx, by, entry, { outcome: 'validated', evidenceId })
}

function evidenceOf({ enrolmentId, moduleSlug, heldOn }: Entry) {
  return { enrolmentId, moduleSlug, kind: 'hours', subject: 'onTheJob', occurredOn: heldOn } as const
}

function nameOf({ enrolment: { person } }: Entry) {
  return `${person.firstName} ${person.lastName}`
}
