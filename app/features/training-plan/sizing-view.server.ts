import type { Authorised } from '~/features/auth/authorise.server'
import { findVersion } from './plan-versions.queries.server'
import { findInSizing } from './rules/missing-sizing'
import { sizePlan } from './rules/sizing'
import { findSizingEntries } from './sizing-entries.queries.server'
import { findVersionPlan } from './version-view.server'

/** The sizing of a version by province and entry; undefined when it is not there. */
export async function findSizingView(by: Authorised<'plan.write'>, versionId: string) {
  const version = await findVersion(by, versionId)
  if (!version) return undefined
  const [{ modules, sizing }, entries] = await Promise.all([findVersionPlan(version), findSizingEntries()])
  const { id, number, revision, state } = version
  return {
    version: { id, number, revision, state },
    plan: sizePlan(sizing, modules, entries),
    missing: state === 'draft' ? findInSizing(sizing, entries) : [],
  }
}
