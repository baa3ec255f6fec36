import type { RouterContextProvider } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { profileNames, roleNames } from '~/features/auth/role-names'
import { holdsOn } from '~/features/auth/rules/grants'
import type { Action } from '~/features/auth/rules/permission-matrix'
import { scopesOf } from '~/features/auth/rules/resolve-permission'
import { type SignedIn, signedInContext } from '~/features/auth/signed-in.server'
import { listGuides } from '~/features/help/guides.server'
import { findOwnPlan } from '~/features/learning/own-plan.queries.server'
import { findModulesInForce } from '~/features/learning/readable-module.queries.server'
import { nextStep } from '~/features/learning/rules/next-step'
import { nextStepWords } from '~/features/learning/rules/next-step-words'
import { dayOf } from '~/lib/dates'

/** An area that a role opens, and what its first button says. */
export type Area = { title: string; text: string; action: { label: string; to: string } }

/** `unless`: an action that opens another area, where this one is a part. */
const areas: { action: Action; unless?: Action; area: Area }[] = [
  {
    action: 'plan.write',
    area: {
      title: 'Il piano formativo',
      text: 'Componi le versioni, sottoponile alla Cabina di Regia, iscrivi chi le segue.',
      action: { label: 'Apri la gestione del piano', to: '/gestione' },
    },
  },
  {
    action: 'enrolment.write',
    unless: 'plan.write',
    area: {
      title: 'Le iscrizioni al piano',
      text: 'Iscrivi chi segue il piano e riconosci le attività precedenti.',
      action: { label: 'Apri le iscrizioni', to: '/gestione/iscrizioni' },
    },
  },
  {
    action: 'plan.vote',
    area: {
      title: 'Il piano davanti alla Cabina di Regia',
      text: 'Leggi le versioni presentate, commenta, vota, e guarda chi completa il piano.',
      action: { label: 'Apri la Cabina di Regia', to: '/cabina' },
    },
  },
  {
    action: 'progress.read',
    unless: 'plan.vote',
    area: {
      title: 'Avanzamento',
      text: 'Guarda chi completa il piano, per provincia, sede e modulo.',
      action: { label: 'Apri l’avanzamento', to: '/cabina' },
    },
  },
  {
    action: 'progress.train',
    area: {
      title: 'Chi aspetta te',
      text: 'Chi è da osservare, le ore da convalidare, i disaccordi da riesaminare, i test da sbloccare.',
      action: { label: 'Apri chi aspetta te', to: '/formazione' },
    },
  },
  {
    action: 'progress.centre',
    area: {
      title: 'Il tuo centro',
      text: 'Le tue persone nel piano e le ore ancora da liberare.',
      action: { label: 'Apri il tuo centro', to: '/centro' },
    },
  },
]

/** What the home page shows to whoever has signed in; null for the others. */
export async function homeData(request: Request, context: Readonly<RouterContextProvider>) {
  const signedIn = context.get(signedInContext)
  return signedIn && homeOf(signedIn, request, context)
}

/** What a signed-in person is greeted with: name, roles of today, the first thing to do, what they can open. */
async function homeOf(signedIn: SignedIn, request: Request, context: Readonly<RouterContextProvider>) {
  const today = dayOf(new Date())
  const held = signedIn.grants.filter((grant) => holdsOn(grant, today))
  const may = (action: Action) => scopesOf(held, action, today).length > 0
  const profile = signedIn.profile ? profileNames[signedIn.profile] : undefined
  const roles = held.map((grant) => (grant.role === 'learner' && profile ? profile : roleNames[grant.role]))
  const learns = may('learning.follow')
  const own = learns ? await findOwnPlan(authorise('learning.follow', request, context)) : null
  return {
    firstName: signedIn.firstName,
    roles: [...new Set(roles)],
    administers: may('people.read'),
    guides: listGuides(context).mine,
    learns,
    step: own && nextStepWords(nextStep(own.modules), own.enrolment.completedAt),
    areas: areas.filter(({ action, unless }) => may(action) && !(unless && may(unless))).map(({ area }) => area),
    modules:
      !learns && may('learning.read') ? await findModulesInForce(authorise('learning.read', request, context)) : [],
  }
}
