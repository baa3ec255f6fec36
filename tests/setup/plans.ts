import { randomUUID } from 'node:crypto'
import { finalObjectives, finalTestSlug, nothingButTest } from '~/features/curriculum/rules/final-test'
import type { QuestionKey } from '~/features/curriculum/rules/module-content'
import type { PlanDocument, PlanModule } from '~/features/training-plan/rules/plan-document'
import { digestKey, storeFrozen } from '~/features/training-plan/store-frozen.server'
import { canonicalJson } from '~/lib/canonical-json'
import { transact } from '~/platform/database/client.server'

type ModuleTraits = Partial<PlanModule> & {
  slug: string
  lessonCount?: number
  /** Questions on each of the two objectives. */
  questionsPerObjective?: number
}

const salt = 'sale'
/** Option "a" is always right. */
const key: QuestionKey = { option: 'a', explanation: 'È la prima.' }

/** A module with two objectives, lessons, a bank of questions whose key is always "a", and no observation. */
export function someModule({ lessonCount = 2, questionsPerObjective = 6, ...traits }: ModuleTraits): PlanModule {
  const objectives = ['O1', 'O2'].map((id) => ({ id, text: `Fare ${id}` }))
  return {
    title: `Modulo ${traits.slug}`,
    shortTitle: traits.slug,
    summary: 'Un modulo di prova.',
    phases: [],
    trains: { tasks: [], acts: [], leps: [], topics: [], areas: [] },
    objectives,
    exerciseMinutes: 0,
    hours: {
      navigator: { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 },
      operatore: { online: 1, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 },
    },
    prerequisites: [],
    assessment: {
      blueprint: [
        { objective: 'O1', count: 2 },
        { objective: 'O2', count: 2 },
      ],
      cut: 3,
      attempts: 3,
      waitHours: [1, 24],
    },
    lessons: Array.from({ length: lessonCount }, (_, index) => ({
      slug: `lezione-${index + 1}`,
      title: `Lezione ${index + 1}`,
      lead: 'Alla fine sai qualcosa.',
      minutes: 10,
      objectives: ['O1'],
      see: [],
      markdown: '## Perché\n\nUn testo. {prassi}\n',
    })),
    questions: objectives.flatMap(({ id: objective }) =>
      Array.from({ length: questionsPerObjective }, (_, index) => ({
        id: `${objective}-${index + 1}`,
        objective,
        level: 'apply' as const,
        tests: [],
        stem: `Domanda ${index + 1} su ${objective}?`,
        options: ['a', 'b', 'c'].map((id) => ({ id, text: `Risposta ${id}` })),
        practice: true as const,
        keyDigest: digestKey({ key, salt }),
      })),
    ),
    activities: [],
    ...traits,
  }
}

/** The final test over some modules: a question of each, all of which must be right. */
export function finalTest(modules: readonly PlanModule[]): PlanModule {
  return {
    ...someModule({ slug: finalTestSlug, title: 'Test finale del piano', shortTitle: 'Test finale' }),
    ...nothingButTest,
    final: true,
    objectives: finalObjectives(modules),
    hours: { navigator: noHours, operatore: noHours },
    prerequisites: modules.map(({ slug }) => slug),
    assessment: {
      blueprint: modules.map(({ slug }) => ({ objective: slug, count: 1 })),
      cut: modules.length,
      attempts: 2,
      waitHours: [24],
    },
  }
}

const noHours = { online: 0, classroom: 0, remote: 0, collaborative: 0, onTheJob: 0 }

let count = 0

/**
 * A plan version as it stands after submission, by default approved and so in force.
 * @returns its id and its document
 */
export async function makePlan({
  modules = [someModule({ slug: 'primo' }), someModule({ slug: 'secondo' })],
  approved = true,
  authors = [],
  at = new Date(),
}: {
  modules?: PlanModule[]
  approved?: boolean
  /** Ids of who wrote it; the first one submitted it. */
  authors?: string[]
  at?: Date
} = {}): Promise<{ versionId: string; document: PlanDocument }> {
  const versionId = randomUUID()
  count += 1
  const document: PlanDocument = {
    format: 'rotta-plan/1',
    number: 100 + count,
    title: 'Piano di prova',
    normsAt: '2019-07-22',
    modules,
    sizing: { classSize: 20, entries: [] },
  }
  await transact(async (tx) => {
    await tx.planVersion.create({
      data: { id: versionId, number: document.number, composition: canonicalJson({}), createdAt: at },
    })
    await tx.planAuthor.createMany({ data: authors.map((personId) => ({ versionId, personId, firstAt: at })) })
    const documentHash = await storeFrozen(tx, versionId, document, [{ key, salt }], at)
    await tx.planVersion.update({
      where: { id: versionId },
      data: { submittedAt: at, submittedById: authors[0] ?? null, documentHash },
    })
    if (approved) {
      await tx.planDecision.create({
        data: { versionId, outcome: 'approved', closedAt: at, documentHash, voteHead: '', rule: '{}' },
      })
    }
  })
  return { versionId, document }
}
