import type { Profile } from '~/features/auth/rules/profiles'
import type { Trains } from '~/features/curriculum/rules/module-content'

/** What somebody practises of a module: a Navigator its tasks, an operator its acts (Allegato 1, par. 3). */
export function trainedBy({ trains }: { trains: Trains }, profile: Profile): readonly string[] {
  return profile === 'navigator' ? trains.tasks : trains.acts
}
