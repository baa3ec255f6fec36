import type { Authorised } from '~/features/auth/authorise.server'
import { formatDay } from '~/lib/dates'
import { database } from '~/platform/database/client.server'
import { type EarlierAction, findEarlierAction } from './earlier-action.server'
import { findObservableModule } from './observable-module.server'
import { draftSavedText } from './observation-words'
import { readObserved } from './read-observed.server'
import type { ObservableModule } from './rules/observable-module'
import type { DraftBody } from './rules/observation'
import { refuseStart, startRefusals } from './rules/refuse-start'
import { type RequirementStanding, requirementStanding } from './rules/requirement-standing'
import { movedSentence } from './sign-observation.server'

/** How many drafts a list shows: nobody writes as many at a time. */
const mostDrafts = 50

/** A draft as its author writes it. */
export type DraftView = {
  id: string
  revision: number
  savedAt: string
  body: DraftBody
  corrects: string | null
  learner: { firstName: string; lastName: string; place: string }
  module: ObservableModule
  earlier: EarlierAction | null
  standing: RequirementStanding
  /** Why it cannot be signed any more, whatever is written. */
  blocked: string | null
}

/** One's own draft with all that its form shows, or null. */
export async function findOwnDraft(by: Authorised<'observation.write'>, id: string): Promise<DraftView | null> {
  const draft = await database.observationDraft.findUnique({
    where: { id },
    include: {
      enrolment: {
        select: {
          versionId: true,
          profile: true,
          person: { select: { firstName: true, lastName: true, homeEntry: { select: { name: true } } } },
        },
      },
    },
  })
  if (!draft || draft.observerId !== by.actorId) return null
  const { enrolmentId, moduleSlug, enrolment } = draft
  const { person } = enrolment
  const module = await findObservableModule(enrolment, moduleSlug)
  // The version of an enrolment never loses a module that it had when the draft was begun.
  if (!module) return null
  const signed = await database.observation.findMany({
    where: { enrolmentId, moduleSlug },
    orderBy: { seq: 'asc' },
    select: { id: true, observerId: true, sufficient: true, corrects: true, isVoid: true },
  })
  return {
    id,
    revision: draft.revision,
    savedAt: draftSavedText(draft.updatedAt, by.now),
    body: JSON.parse(draft.body) as DraftBody,
    corrects: draft.corrects,
    learner: {
      firstName: person.firstName,
      lastName: person.lastName,
      place: person.homeEntry?.name ?? 'Nessuna sede',
    },
    module,
    earlier: (await findEarlierAction(database, draft)) ?? null,
    standing: requirementStanding(signed, module.rule),
    blocked: await whyBlocked(by, draft),
  }
}

/** True when this is a draft of one's own. */
export async function existsOwnDraft(by: { actorId: string | null }, id: string): Promise<boolean> {
  const draft = await database.observationDraft.findUnique({ where: { id }, select: { observerId: true } })
  return by.actorId !== null && draft?.observerId === by.actorId
}

/** What a save needs to know of one's own draft: the criteria and settings that may be written; undefined when it is not one's own. */
export async function findWritable(
  by: Authorised<'observation.write'>,
  id: string,
): Promise<ObservableModule | undefined> {
  const draft = await database.observationDraft.findUnique({
    where: { id },
    select: { observerId: true, moduleSlug: true, enrolment: { select: { versionId: true, profile: true } } },
  })
  if (!draft || draft.observerId !== by.actorId) return undefined
  return findObservableModule(draft.enrolment, draft.moduleSlug)
}

/** One's own drafts, the one written last first. */
export async function findOwnDrafts(by: Authorised<'observation.write'>) {
  if (by.actorId === null) return []
  const drafts = await database.observationDraft.findMany({
    where: { observerId: by.actorId },
    orderBy: { updatedAt: 'desc' },
    take: mostDrafts,
    include: {
      enrolment: {
        select: { versionId: true, profile: true, person: { select: { firstName: true, lastName: true } } },
      },
    },
  })
  return Promise.all(
    drafts.map(async ({ id, body, corrects, moduleSlug, updatedAt, enrolment }) => {
      const module = await findObservableModule(enrolment, moduleSlug)
      const { observedOn, ratings = {} } = JSON.parse(body) as DraftBody
      const rated = module?.criteria.filter((criterion) => ratings[criterion.id]?.rating).length ?? 0
      return {
        id,
        name: `${enrolment.person.firstName} ${enrolment.person.lastName}`,
        module: module?.title ?? moduleSlug,
        observedOn: observedOn ? formatDay(observedOn) : '–',
        rated,
        criteria: module?.criteria.length ?? 0,
        savedAt: draftSavedText(updatedAt, by.now),
        corrects: corrects !== null,
      }
    }),
  )
}

export type OwnDraft = Awaited<ReturnType<typeof findOwnDrafts>>[number]

/** What will not change by writing: the learner moved away, or left. Corrections wait for neither. */
async function whyBlocked(
  by: Authorised<'observation.write'>,
  draft: { enrolmentId: string; moduleSlug: string; body: string; corrects: string | null },
) {
  if (draft.corrects !== null) return null
  const { observedOn = by.today } = JSON.parse(draft.body) as DraftBody
  const observed = await readObserved(database, by, { ...draft, observedOn })
  if (!observed?.inReach) return movedSentence
  const refused = refuseStart(observed.facts)
  return refused === 'left' ? startRefusals.left : null
}
