import { leaveEnrolment } from '~/features/enrolment/leave-enrolment.server'
import { returnToEnrolment } from '~/features/enrolment/return-to-enrolment.server'
import { RefusedEvidence } from '~/features/evidence/record-evidence.server'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { transact } from '~/platform/database/client.server'
import { enrol } from './enrolments'
import { record } from './evidence'
import { authority } from './people'
import { makePlan, someModule } from './plans'

/** Numbers that look random and are the same every time (a linear congruence, Numerical Recipes). */
function numbersFrom(seed: number) {
  let state = seed >>> 0
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const homes = ['BG.cpi-albino', 'BG.cpi-bergamo', 'LO.cpi-lodi', 'CO.cpi-como', 'SO.cpi-sondrio', undefined]
const hours = { online: 1, classroom: 1, remote: 0, collaborative: 0, onTheJob: 2 }
const observation = { required: 1, observers: 1, cutPercent: 70 }
const modules = [
  someModule({ slug: 'primo', hours: { navigator: hours, operatore: { ...hours, onTheJob: 1 } }, observation }),
  someModule({ slug: 'secondo', hours: { navigator: hours } }),
]
const day = 86_400_000

/**
 * A year of enrolments and evidence of some people at several entries, by the product's own commands: two versions,
 * completions, corrections, people who leave, come back, and move. The same for the same seed.
 */
export async function playHistory(seed: number, people: number) {
  await loadTerritory()
  const next = numbersFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T
  const begin = Date.parse('2019-09-02T08:00:00Z')
  const first = await makePlan({ modules, at: new Date(begin - 5 * day) })
  const enrolled: Awaited<ReturnType<typeof enrol>>[] = []
  const join = async (versionId: string, at: Date) =>
    enrolled.push(
      await enrol({ versionId, profile: next(3) ? 'navigator' : 'operatore', homeEntryId: pick(homes), at }),
    )
  for (let count = 0; count < people; count += 1) await join(first.versionId, new Date(begin + next(20) * day))
  const second = await makePlan({ modules: modules.slice(0, 1), at: new Date(begin + 30 * day) })
  for (let count = 0; count < people / 4; count += 1) await join(second.versionId, new Date(begin + 31 * day))
  for (const [index, one] of enrolled.entries()) await live(one, begin + (32 + next(60)) * day, index % 5 === 0)
  return { enrolled, homes, versions: [first.versionId, second.versionId] }

  async function live(one: (typeof enrolled)[number], from: number, restless: boolean) {
    const taken = one.enrolment.versionId === first.versionId && one.enrolment.profile === 'navigator' ? 2 : 1
    for (const { slug } of modules.slice(0, taken)) {
      const diligence = next(10)
      const acts = [
        { kind: 'lesson' as const, subject: 'lezione-1' },
        { kind: 'lesson' as const, subject: 'lezione-2' },
        { kind: 'hours' as const, subject: 'classroom', minutes: 60 },
        { kind: 'hours' as const, subject: 'onTheJob', minutes: 60 + next(90) },
        { kind: 'assessment' as const, subject: `tentativo-${slug}` },
        ...(slug === 'primo' ? [{ kind: 'observation' as const, subject: `osservazione-${slug}` }] : []),
      ]
      for (const [step, act] of acts.entries()) {
        if (next(10) > diligence + 3) continue
        const at = new Date(from + (step * 3 + next(3)) * day)
        const id = await record(one, { moduleSlug: slug, ...act }, at)
        if (next(12) === 0) await correct(one, slug, act, id, new Date(at.getTime() + day))
      }
    }
    if (!restless) return
    const operator = authority('enrolment.write')
    if (next(2)) await leaveEnrolment(operator, one.enrolmentId, 'Cambio di ufficio')
    if (next(2)) await returnToEnrolment(operator, one.enrolmentId)
    const homeEntryId = pick(homes) ?? null
    await transact((tx) => tx.person.update({ where: { id: one.personId }, data: { homeEntryId } }))
  }
}

async function correct(
  one: { enrolmentId: string; personId: string },
  moduleSlug: string,
  act: { kind: 'lesson' | 'hours' | 'assessment' | 'observation'; subject: string; minutes?: number },
  corrects: string,
  at: Date,
) {
  const { minutes: _, ...same } = act
  try {
    await record(one, { moduleSlug, ...same, corrects, isVoid: true }, at)
  } catch (error) {
    if (!(error instanceof RefusedEvidence)) throw error
  }
}
