import type { Day } from '~/lib/dates'

/** What is true of somebody in a register when it is signed. */
export type PersonFacts = {
  /** Belongs, or worked that day, where the trainer may act. */
  inReach: boolean
  /** Is the trainer themselves. */
  isTrainer: boolean
  /** Does not follow the plan any more. */
  left: boolean
  enrolledOn: Day
  /** The module has hours of this mode for their profile, in the version that they follow. */
  taken: boolean
  /** Stood in the register that this one takes the place of: what changed since then is no reason to drop them. */
  stood: boolean
  /** In words, another register that has them at the same time. */
  elsewhere: string | undefined
}

export type PersonRefusal = 'out-of-reach' | 'trainer' | 'left' | 'before-enrolment' | 'not-taken' | 'elsewhere'

/** Refused because of what has happened, not of what was written. */
export const happened: readonly PersonRefusal[] = ['out-of-reach', 'left', 'elsewhere']

/** Why somebody cannot be in a register, or undefined when they can. */
export function refusePerson(facts: PersonFacts, heldOn: Day): PersonRefusal | undefined {
  if (facts.isTrainer) return 'trainer'
  if (!facts.stood && !facts.inReach) return 'out-of-reach'
  if (!facts.stood && facts.left) return 'left'
  if (heldOn < facts.enrolledOn) return 'before-enrolment'
  if (!facts.taken) return 'not-taken'
  return facts.elsewhere ? 'elsewhere' : undefined
}

/** What to do, in words for the row. */
export function refusalText(refusal: PersonRefusal, { elsewhere }: Pick<PersonFacts, 'elsewhere'>): string {
  switch (refusal) {
    case 'trainer':
      return 'Le tue presenze le registra un altro formatore: togli la riga'
    case 'out-of-reach':
      return 'Intanto ha cambiato sede, e non è più tra le tue persone: togli la riga'
    case 'left':
      return 'Intanto ha lasciato il piano: togli la riga'
    case 'before-enrolment':
      return 'Quel giorno non seguiva ancora il piano: controlla la data, o togli la riga'
    case 'not-taken':
      return 'Nel suo piano questo modulo non ha ore di questo tipo: controlla modulo e modalità, o togli la riga'
    case 'elsewhere':
      return `Alla stessa ora è già nel ${elsewhere}: controlla le ore, o togli la riga`
    default:
      return refusal satisfies never
  }
}
