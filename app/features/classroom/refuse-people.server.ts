import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { workingWithinReach } from '~/features/territory/workplaces.server'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import type { Transaction } from '~/platform/database/client.server'
import { type RegisterContent, type RegisterErrors, rowKey } from './rules/read-register'
import { happened, type PersonRefusal, refusalText, refusePerson } from './rules/refuse-person'
import {
  findAtSameTime,
  findWhoIsElsewhere,
  type OtherRegister,
  registerName,
  type StandingRegister,
} from './standing-registers.server'

type Refused = { errors: RegisterErrors; conflict: boolean }

/**
 * Why a register cannot be signed as it is, now: the trainer has another at that time, or somebody in it may not be.
 * Reads each table once, however many people there are.
 * @returns what to do by row, and whether it comes from what happened meanwhile; undefined when it can be signed
 */
export async function refusePeople(
  tx: Transaction,
  by: Authorised<'register.write'>,
  content: RegisterContent,
  old: StandingRegister | null,
): Promise<Refused | undefined> {
  const others = await findAtSameTime(tx, content, old?.id ?? null)
  const own = others.find(({ trainerId }) => trainerId === by.actorId)
  const people = await readPeople(tx, by, content, others)
  const stood = new Set(old?.attendances.map(({ enrolmentId }) => enrolmentId))
  const errors: RegisterErrors = own ? { startsAt: `Alla stessa ora hai già il ${registerName(own)}` } : {}
  const reasons: PersonRefusal[] = []
  for (const { enrolmentId, minutes } of content.rows) {
    const person = people.get(enrolmentId)
    const other = minutes > 0 ? person?.elsewhere : undefined
    const facts = {
      inReach: person?.inReach ?? false,
      isTrainer: person?.isTrainer ?? false,
      left: person?.left ?? false,
      enrolledOn: person?.enrolledOn ?? '',
      taken: person?.taken ?? false,
      stood: person !== undefined && stood.has(enrolmentId),
      elsewhere: other && registerName(other),
    }
    const refused = refusePerson(facts, content.heldOn)
    if (!refused) continue
    reasons.push(refused)
    errors[rowKey(enrolmentId)] = refusalText(refused, facts)
  }
  if (!own && reasons.length === 0) return undefined
  return { errors, conflict: own !== undefined || reasons.some((reason) => happened.includes(reason)) }
}

async function readPeople(
  tx: Transaction,
  by: Authorised<'register.write'>,
  { rows, heldOn, moduleSlug, mode }: RegisterContent,
  others: readonly OtherRegister[],
) {
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: rows.map(({ enrolmentId }) => enrolmentId) } },
    select: { id: true, personId: true, versionId: true, profile: true, enrolledAt: true, activeKey: true },
  })
  const personIds = enrolments.map(({ personId }) => personId)
  const reached = await tx.person.findMany({
    where: { AND: [{ id: { in: personIds } }, workingWithinReach(by, heldOn)] },
    select: { id: true },
  })
  const inReach = new Set(reached.map(({ id }) => id))
  const elsewhere = await findWhoIsElsewhere(tx, others, personIds)
  const people = enrolments.map(async ({ id, personId, versionId, profile, enrolledAt, activeKey }) => {
    const module = moduleOf(await frozenPlan(versionId), moduleSlug)
    const facts = {
      inReach: inReach.has(personId),
      isTrainer: personId === by.actorId,
      left: activeKey === null,
      enrolledOn: dayOf(enrolledAt),
      taken: Boolean(module && requirementsOf(module, profile as Profile)?.minutes[mode]),
      elsewhere: elsewhere.get(personId),
    }
    return [id, facts] as const
  })
  return new Map(await Promise.all(people))
}
