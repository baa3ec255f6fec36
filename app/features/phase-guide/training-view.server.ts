import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import { moduleOf } from '~/features/training-plan/frozen-plan.server'
import type { GuideReader, ReadPlan } from './read-plan.queries.server'
import { activityTraining, type ModuleTraining } from './rules/activity-training'

/** A page of the plan, with its address when this reader gets there. */
export type PlanLink = { title: string; to: string | null }

export type ModuleTrainingView = Omit<ModuleTraining, 'slug' | 'title' | 'naming' | 'others'> & {
  slug: string
  module: PlanLink
  naming: PlanLink[]
  others: PlanLink[]
}

/** Which version a page tells the plan from, and to whom. */
export type ToldPlan = { number: number; own: boolean; reader: GuideReader }

/** What the plan does for a task or an act, as its page shows it. */
export type TrainingView = {
  plan: ToldPlan
  modules: ModuleTrainingView[]
  elsewhere: { slug: string; module: PlanLink; lessons: PlanLink[] }[]
}

/** What the plan that somebody reads does for a task or an act; null before the first approval. */
export function trainingView(read: ReadPlan | null, id: string): TrainingView | null {
  if (!read) return null
  const { modules, elsewhere } = activityTraining(read.plan.modules, id)
  return {
    plan: toldPlan(read),
    modules: modules.map(({ slug, title, naming, others, ...counted }) => ({
      slug,
      ...counted,
      module: { title, to: linkOf(read, slug, `/moduli/${slug}`) },
      naming: naming.map((lesson) => lessonLink(read, slug, lesson)),
      others: others.map((lesson) => lessonLink(read, slug, lesson)),
    })),
    elsewhere: elsewhere.map(({ module: { slug, title }, lessons }) => ({
      slug,
      module: { title, to: linkOf(read, slug, `/moduli/${slug}`) },
      lessons: lessons.map((lesson) => lessonLink(read, slug, lesson)),
    })),
  }
}

/** The modules of the plan that somebody reads which belong to a phase; null before the first approval. */
export function phaseModules(read: ReadPlan | null, phase: number): { plan: ToldPlan; modules: PlanLink[] } | null {
  if (!read) return null
  const modules = read.plan.modules.filter(({ phases }) => phases.includes(phase))
  return {
    plan: toldPlan(read),
    modules: modules.map((module) => ({ title: module.title, to: read.linkTo(module, `/moduli/${module.slug}`) })),
  }
}

function toldPlan({ plan, own, reader }: ReadPlan): ToldPlan {
  return { number: plan.number, own, reader }
}

function lessonLink(read: ReadPlan, module: string, { slug, title }: { slug: string; title: string }): PlanLink {
  return { title, to: linkOf(read, module, `/moduli/${module}/lezioni/${slug}`) }
}

function linkOf({ plan, linkTo }: ReadPlan, slug: string, path: string): string | null {
  const module: FrozenModule | undefined = moduleOf(plan, slug)
  return module ? linkTo(module, path) : null
}
