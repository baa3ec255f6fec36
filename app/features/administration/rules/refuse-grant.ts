import { type Grant, overlaps, type Scope } from '~/features/auth/rules/grants'
import { neverHeld } from '~/features/territory/rules/posting'
import { mayHandOut } from './hand-out'

export type GrantRefusal =
  | 'inactive'
  | 'beyond-reach'
  | 'ends-before-start'
  | 'wrong-scope'
  | 'scope-too-wide'
  | 'learner-incomplete'
  | 'seat-missing'
  | 'seat-unexpected'
  | 'already-held'
  | 'two-seats'
  | 'seat-taken'

/** Why a role was not given, in words for its form. */
export const grantRefusals: Record<GrantRefusal, string> = {
  inactive: 'La persona è disattivata: prima riattivala',
  'beyond-reach': 'Questo ruolo lo dà chi amministra tutta la regione',
  'ends-before-start': 'La fine viene prima dell’inizio: correggi una delle due date',
  'wrong-scope': 'Questo ruolo vale per tutta la regione: scegli «Tutta la regione»',
  'scope-too-wide': 'Questo ruolo vale in una provincia o in una sede: scegline una',
  'learner-incomplete': 'Scrivi prima il profilo e la sede della persona: chi è in formazione ne ha bisogno',
  'seat-missing': 'Scegli il seggio della Cabina di Regia',
  'seat-unexpected': 'Il seggio riguarda solo la Cabina di Regia: lascialo vuoto',
  'already-held': 'La persona ha già questo ruolo, nello stesso ambito, in quei giorni',
  'two-seats': 'La persona occupa già un altro seggio in quei giorni',
  'seat-taken': 'In quei giorni il seggio è di un’altra persona: prima chiudi quel ruolo, o cambia le date',
}

/** What decides about a role: who gives it, to whom, and who sits on the seat. */
export type GrantFacts = {
  /** Where the giver administers. */
  reach: readonly Scope[]
  person: { active: boolean; profile?: string; homeEntryId?: string; grants: readonly Grant[] }
  /** The roles of others on the wanted seat. */
  seatHolders: readonly Pick<Grant, 'startsOn' | 'endsOn'>[]
}

/**
 * Why a role cannot be given, or undefined when it can (product contract, "People"; Convenzione art. 3: each of
 * the three seats of the Cabina has one holder at a time).
 */
export function refuseGrant(wanted: Grant, { reach, person, seatHolders }: GrantFacts): GrantRefusal | undefined {
  const held = person.grants.filter((grant) => !neverHeld(grant) && overlaps(grant, wanted))
  if (!person.active) return 'inactive'
  if (wanted.endsOn !== undefined && wanted.endsOn < wanted.startsOn) return 'ends-before-start'
  if (wanted.role === 'committee' || wanted.role === 'plan-manager') {
    if (wanted.scope.kind !== 'region') return 'wrong-scope'
  }
  if (wanted.role === 'trainer' || wanted.role === 'centre-manager') {
    if (wanted.scope.kind === 'region') return 'scope-too-wide'
  }
  if (wanted.role === 'learner') {
    const home = person.homeEntryId
    if (!person.profile || !home || wanted.scope.kind !== 'entry' || wanted.scope.entry !== home) {
      return 'learner-incomplete'
    }
  }
  if (!mayHandOut(reach, wanted.role, wanted.scope)) return 'beyond-reach'
  if (wanted.role !== 'committee') {
    if (wanted.seat) return 'seat-unexpected'
    const alike = held.some((grant) => grant.role === wanted.role && sameScope(grant.scope, wanted.scope))
    return alike ? 'already-held' : undefined
  }
  if (!wanted.seat) return 'seat-missing'
  const seat = held.find((grant) => grant.role === 'committee')?.seat
  if (seat) return seat === wanted.seat ? 'already-held' : 'two-seats'
  return seatHolders.some((other) => !neverHeld(other) && overlaps(other, wanted)) ? 'seat-taken' : undefined
}

/** True when two scopes are the same place. */
function sameScope(one: Scope, other: Scope): boolean {
  if (one.kind === 'province') return other.kind === 'province' && one.province === other.province
  if (one.kind === 'entry') return other.kind === 'entry' && one.entry === other.entry
  return other.kind === 'region'
}
