import type { Profile } from '~/features/auth/rules/profiles'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import { type ObservableModule, observableModule } from './rules/observable-module'

/** What an enrolment is observed on in a module, by the version that it pins; undefined when nothing is. */
export async function findObservableModule(
  { versionId, profile }: { versionId: string; profile: string },
  moduleSlug: string,
): Promise<ObservableModule | undefined> {
  return observableModule(moduleOf(await frozenPlan(versionId), moduleSlug), profile as Profile)
}
