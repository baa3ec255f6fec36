import type { Authorised } from '~/features/auth/authorise.server'
import type { Profile } from '~/features/auth/rules/profiles'
import { recordEvidence } from '~/features/evidence/record-evidence.server'
import { requirementsOf } from '~/features/evidence/rules/requirements'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { type Result, refusal, success } from '~/lib/result'
import { transact } from '~/platform/database/client.server'

type LessonOfModule = { module: string; lesson: string }

/**
 * Records that the signed-in learner has read a lesson of the version that the own enrolment pins. A lesson that was
 * read already stays as it was recorded.
 * @returns the lesson that comes after it in the module, if any; `not-enrolled` (no plan is followed now), `absent` (no
 *   such lesson for this profile)
 */
export async function completeLesson(
  by: Authorised<'learning.follow'>,
  { module: moduleSlug, lesson }: LessonOfModule,
): Promise<Result<{ nextLesson: string | null }, 'not-enrolled' | 'absent'>> {
  return transact(async (tx) => {
    const enrolment = await tx.enrolment.findUnique({
      where: { activeKey: by.actorId ?? '' },
      select: { id: true, versionId: true, profile: true },
    })
    if (!enrolment) {
      return refusal(
        'not-enrolled',
        'Non segui ancora il piano: le lezioni si segnano dopo che chi gestisce il piano ti ha iscritto.',
      )
    }
    const module = moduleOf(await frozenPlan(enrolment.versionId), moduleSlug)
    const lessons = (module && requirementsOf(module, enrolment.profile as Profile))?.lessons ?? []
    const place = lessons.findIndex(({ slug }) => slug === lesson)
    if (place === -1) return refusal('absent', 'La lezione non c’è')
    await recordEvidence(
      tx,
      { actorId: by.actorId, requestId: by.requestId, now: by.now },
      { enrolmentId: enrolment.id, moduleSlug, kind: 'lesson', subject: lesson, occurredOn: by.today },
    )
    return success({ nextLesson: lessons[place + 1]?.slug ?? null })
  })
}
