import type { VersionState } from './rules/version-state'

/** What the states of a version are called on screen. */
export const versionStateNames: Record<VersionState, string> = {
  draft: 'bozza',
  'in-review': 'in esame',
  'in-force': 'approvata e in vigore',
  superseded: 'approvata e superata',
  returned: 'rinviata',
  undecided: 'senza decisione',
}
