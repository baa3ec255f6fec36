import { randomUUID } from 'node:crypto'
import type { Seat } from '~/features/auth/rules/grants'
import { seats } from '~/features/auth/rules/grants'
import type { Ballot } from '~/features/training-plan/rules/ballot'
import type { Choice } from '~/features/training-plan/rules/voting'
import { transact } from '~/platform/database/client.server'
import { authority, makePerson } from './people'

/** The holders of the three seats, by their seat. */
export async function makeCommittee(): Promise<Record<Seat, string>> {
  const people = await Promise.all(
    seats.map((seat) => makePerson({ firstName: 'Seggio', lastName: seat, roles: [{ role: 'committee', seat }] })),
  )
  const [director, deputy, anpal] = people.map(({ id }) => id)
  return { 'region-director': director ?? '', 'region-deputy': deputy ?? '', anpal: anpal ?? '' }
}

/** Authority to vote, as a person. */
export function voter(actorId: string, now = new Date()) {
  return authority('plan.vote', { actorId }, now)
}

export function ballot(choice: Choice, over: Partial<Ballot> = {}): Ballot {
  return {
    choice,
    reasons: choice === 'return' ? 'Mancano i criteri per l’attività F7.3.' : undefined,
    conditions: choice === 'conditions' ? ['Aggiungere un criterio per F7.3.'] : [],
    ...over,
  }
}

/** A draft: nobody but its authors sees it. */
export async function makeDraft(number: number): Promise<string> {
  const id = randomUUID()
  await transact((tx) => tx.planVersion.create({ data: { id, number, composition: '{}', createdAt: new Date() } }))
  return id
}
