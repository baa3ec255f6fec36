import type { Authorised } from '~/features/auth/authorise.server'
import { workingWithinReach } from '~/features/territory/workplaces.server'
import { database } from '~/platform/database/client.server'
import { findModuleTitles } from './registers.queries.server'
import type { SignedRegister } from './rules/register'

/**
 * A signed register as one may read it: its trainer all of it; others the people whom they reach at work on its day,
 * without titles, places and reasons, which are the trainer's own words.
 * @returns null when it is not there, or has nobody in reach
 */
export async function findRegister(by: Authorised<'register.read'>, id: string) {
  const row = await database.register.findUnique({
    where: { id },
    include: { trainer: { select: { firstName: true, lastName: true } } },
  })
  if (!row) return null
  const own = row.trainerId === by.actorId
  const wholeRegion = by.scopes.some((scope) => scope.kind === 'region')
  const reached = own || wholeRegion ? {} : { enrolment: { person: workingWithinReach(by, row.heldOn) } }
  // A row that voids another has no people of its own: it is shown where the other one is.
  const peopleOf = row.isVoid && row.corrects ? row.corrects : id
  const attendances = await database.attendance.findMany({
    where: { registerId: peopleOf, ...reached },
    select: {
      enrolmentId: true,
      minutes: true,
      evidenceId: true,
      enrolment: {
        select: {
          person: {
            select: { firstName: true, lastName: true, surnameKey: true, homeEntry: { select: { name: true } } },
          },
        },
      },
    },
  })
  if (attendances.length === 0 && !own) return null
  const [total, next, evidence, titles] = await Promise.all([
    database.attendance.count({ where: { registerId: peopleOf } }),
    findCounterRecord(id),
    database.evidence.findMany({
      where: { id: { in: attendances.flatMap(({ evidenceId }) => evidenceId ?? []) } },
      select: { id: true, seq: true },
    }),
    findModuleTitles(),
  ])
  const signed = (own ? JSON.parse(row.payload ?? '{}') : {}) as Partial<Extract<SignedRegister, { rows: unknown }>>
  const reasons = new Map(signed.rows?.map((one) => [one.enrolmentId, one.reason]))
  const numbers = new Map(evidence.map((one) => [one.id, one.seq]))
  const { moduleSlug, mode, heldOn, startsAt, endsAt, signedAt, corrects, isVoid, digest } = row
  return {
    head: { id, mode, heldOn, startsAt, endsAt, signedAt, corrects, isVoid, digest },
    own,
    moduleTitle: titles.get(moduleSlug) ?? moduleSlug,
    trainer: `${row.trainer.firstName} ${row.trainer.lastName}`,
    title: signed.title ?? null,
    place: signed.place ?? null,
    reason: signed.reason ?? null,
    next: next && { ...next, reason: own ? next.reason : null },
    hidden: total - attendances.length,
    rows: attendances
      .map(({ enrolmentId, minutes, evidenceId, enrolment: { person } }) => ({
        enrolmentId,
        name: `${person.firstName} ${person.lastName}`,
        surnameKey: person.surnameKey,
        home: person.homeEntry?.name ?? null,
        minutes,
        reason: reasons.get(enrolmentId) ?? null,
        evidence: evidenceId ? (numbers.get(evidenceId) ?? null) : null,
      }))
      .sort((one, other) =>
        `${one.surnameKey}\0${one.enrolmentId}` < `${other.surnameKey}\0${other.enrolmentId}` ? -1 : 1,
      ),
  }
}

export type ShownRegister = NonNullable<Awaited<ReturnType<typeof findRegister>>>

/** What took the place of a register, with the reason that it says. */
async function findCounterRecord(id: string) {
  const next = await database.register.findUnique({
    where: { corrects: id },
    select: { id: true, isVoid: true, signedAt: true, payload: true },
  })
  if (!next) return null
  const { reason } = JSON.parse(next.payload ?? '{}') as { reason?: string }
  return { id: next.id, isVoid: next.isVoid, signedAt: next.signedAt, reason: reason ?? null }
}
