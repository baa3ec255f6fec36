import type { Grant, Seat } from '~/features/auth/rules/grants'
import { loadTerritory } from '~/features/territory/load-territory.server'
import { castVote } from '~/features/training-plan/cast-vote.server'
import { action as answerReview } from '~/features/training-plan/pages/version-review-page'
import type { ReviewAnswer } from '~/features/training-plan/review-answer'
import type { Choice } from '~/features/training-plan/rules/voting'
import { ballot, makeCommittee, voter } from './committee'
import { makePerson } from './people'
import { makePlan } from './plans'
import { request } from './requests'

const region = { kind: 'region' } as const
export const seatGrant = (seat: Seat): Grant => ({ role: 'committee', scope: region, seat, startsOn: '2019-01-01' })
export const managerGrant: Grant = { role: 'plan-manager', scope: region, startsOn: '2019-01-01' }
export const learnerGrant: Grant = { role: 'learner', scope: region, startsOn: '2019-01-01' }

/** Who asks: nobody, or somebody with what their session says of them. */
export type Who = { id: string; grants: Grant[]; address?: string } | null

/** The people of the Cabina and the plan manager, over the act's territory. */
export async function makeReviewers() {
  await loadTerritory()
  const seat = await makeCommittee()
  const manager = await makePerson({ firstName: 'Irene', lastName: 'Sottocorno', roles: [managerGrant] })
  return {
    seat,
    as: (held: Seat): Who => ({ id: seat[held], grants: [seatGrant(held)] }),
    manager: { id: manager.id, grants: [managerGrant] } satisfies Who,
    /** A version on which the three seats have voted. */
    async decided(choice: Choice = 'approve') {
      const versionId = await submitted()
      for (const id of Object.values(seat)) await castVote(voter(id), versionId, ballot(choice))
      return versionId
    },
  }
}

export async function submitted() {
  return (await makePlan({ approved: false })).versionId
}

/** A request as a route's loader or action gets it. */
export function asked<Args>(
  who: Who,
  versionId = '',
  { query = '', fields }: { query?: string; fields?: Record<string, string> } = {},
): Args {
  return request<Args>(who, {
    path: `/cabina/piani/${versionId}${query}`,
    params: { id: versionId },
    fields,
    clientAddress: who?.address,
  })
}

/** What the page of a version answers to a form: its status, where it leads, what it gives the page. */
export async function sent(who: Who, versionId: string, fields: Record<string, string>) {
  try {
    const { data, init } = await answerReview(asked(who, versionId, { fields }))
    return { status: init?.status, answer: data as ReviewAnswer, to: null }
  } catch (thrown) {
    const to = thrown instanceof Response ? thrown.headers.get('Location') : null
    return { status: statusIn(thrown), answer: null, to }
  }
}

/** The status of a page that is read: 200 unless it throws another. */
export async function statusOf(read: () => unknown): Promise<number> {
  try {
    await read()
    return 200
  } catch (thrown) {
    return statusIn(thrown)
  }
}

function statusIn(thrown: unknown): number {
  return thrown instanceof Response ? thrown.status : (thrown as { init: { status: number } }).init.status
}
