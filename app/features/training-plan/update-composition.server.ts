import type { Authorised } from '~/features/auth/authorise.server'
import { content } from '~/features/curriculum/content.server'
import { type Result, refusal, success } from '~/lib/result'
import { addModule, composeModule, moveModule, removeModule } from './rules/composition'
import type { Composition } from './rules/plan-document'
import { type DraftRefusal, type SeenDraft, writeDraft } from './write-draft.server'

/** What may change in a composition beside the settings of its modules and its people. */
export type CompositionChange =
  | { kind: 'add'; module: string }
  | { kind: 'remove'; module: string }
  | { kind: 'move'; module: string; direction: 'up' | 'down' }
  | { kind: 'details'; title: string; classSize: number }

/**
 * Adds, removes or moves a module of a draft, or changes its title and class size.
 * @returns the reasons of writeDraft; `unknown-module` when the content, or the draft, has no such module
 */
export function updateComposition(
  by: Authorised<'plan.write'>,
  seen: SeenDraft,
  change: CompositionChange,
): Promise<Result<null, DraftRefusal | 'unknown-module'>> {
  const payload = change.kind === 'details' ? { change: change.kind } : { change: change.kind, module: change.module }
  return writeDraft(by, seen, (composition) => apply(composition, change), payload)
}

function apply(composition: Composition, change: CompositionChange): Result<Composition, 'unknown-module'> {
  if (change.kind === 'details') {
    const { title, classSize } = change
    return success({ ...composition, title, sizing: { ...composition.sizing, classSize } })
  }
  if (change.kind === 'add') {
    const module = content().modules.find(({ slug }) => slug === change.module)
    if (!module) return refusal('unknown-module', 'Scegli un modulo dell’elenco')
    return success(addModule(composition, composeModule(module)))
  }
  if (!composition.modules.some(({ slug }) => slug === change.module)) {
    return refusal('unknown-module', 'Il modulo non è più nel piano')
  }
  return success(
    change.kind === 'remove'
      ? removeModule(composition, change.module)
      : moveModule(composition, change.module, change.direction),
  )
}
