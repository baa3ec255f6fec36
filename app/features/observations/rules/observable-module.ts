import type { Profile } from '~/features/auth/rules/profiles'
import type { Criterion, ObservationForm, ObservationRule } from '~/features/curriculum/rules/module-content'
import type { FrozenModule } from '~/features/training-plan/frozen-plan'
import { criteriaOf } from './outcome'

/** A criterion as it is worded for one profile. */
export type ProfileCriterion = Pick<Criterion, 'id' | 'critical' | 'met' | 'partly' | 'notMet'> & { text: string }

/** A module with what a profile is observed on in it. */
export type ObservableModule = {
  slug: string
  title: string
  shortTitle: string
  form: Pick<ObservationForm, 'title' | 'settings'>
  criteria: ProfileCriterion[]
  rule: ObservationRule
}

/** What of a module tells what is observed in it. */
type Observing = Pick<FrozenModule, 'slug' | 'title' | 'shortTitle' | 'hours' | 'form' | 'observation'>

/**
 * What a profile is observed on in a module of the version that it follows, or undefined when it does not take the
 * module, or nothing is observed there: no form, no rule, no criterion for it.
 */
export function observableModule(module: Observing | undefined, profile: Profile): ObservableModule | undefined {
  const { form, observation: rule } = module ?? {}
  if (!module?.hours[profile] || !form || !rule) return undefined
  const criteria = criteriaOf(form, profile).map((criterion) => {
    const { id, critical, met, partly, notMet } = criterion
    return { id, critical, met, partly, notMet, text: criterion[profile] ?? '' }
  })
  if (criteria.length === 0) return undefined
  const { slug, title, shortTitle } = module
  return { slug, title, shortTitle, form: { title: form.title, settings: form.settings }, criteria, rule }
}
