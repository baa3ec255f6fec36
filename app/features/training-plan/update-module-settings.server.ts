import type { Authorised } from '~/features/auth/authorise.server'
import type { ModuleSettings } from '~/features/curriculum/rules/module-content'
import { type Result, refusal, success } from '~/lib/result'
import { changeSettings } from './rules/composition'
import { type DraftRefusal, type SeenDraft, writeDraft } from './write-draft.server'

/**
 * Changes what a draft asks in one of its modules: hours and profiles, prerequisites, test, observation.
 * @returns the reasons of writeDraft; `unknown-module` when the draft does not have it (any more)
 */
export function updateModuleSettings(
  by: Authorised<'plan.write'>,
  seen: SeenDraft,
  slug: string,
  settings: ModuleSettings,
): Promise<Result<null, DraftRefusal | 'unknown-module'>> {
  return writeDraft(
    by,
    seen,
    (composition) =>
      composition.modules.some((module) => module.slug === slug)
        ? success(changeSettings(composition, slug, settings))
        : refusal('unknown-module', 'Il modulo non è più nel piano'),
    { change: 'settings', module: slug },
  )
}
