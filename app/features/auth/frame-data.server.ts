import type { RouterContextProvider } from 'react-router'
import { dayOf, formatDay } from '~/lib/dates'
import { environment } from '~/platform/environment.server'
import { installation } from '~/platform/installation.server'
import { profileNames, roleNames } from './role-names'
import { holdsOn } from './rules/grants'
import type { Action } from './rules/permission-matrix'
import { scopesOf } from './rules/resolve-permission'
import { signedInContext } from './signed-in.server'

/** What the frame of every page shows: who is signed in, the menu of their roles, the footer. */
export async function frameData(context: Readonly<RouterContextProvider>) {
  const signedIn = context.get(signedInContext)
  const today = dayOf(new Date())
  const { isDemo, contentUpdated } = await installation()
  const held = signedIn?.grants.filter((grant) => holdsOn(grant, today)) ?? []
  const menu = [
    { label: 'Guida', to: '/guida' },
    { label: 'Glossario', to: '/glossario' },
    { label: 'Cerca', to: '/cerca' },
  ]
  const may = (action: Action) => scopesOf(held, action, today).length > 0
  if (may('observation.open')) menu.unshift({ label: 'Osservazioni', to: '/osservazioni' })
  if (may('learning.follow')) menu.unshift({ label: 'Il mio piano', to: '/piano' })
  if (may('plan.vote')) menu.unshift({ label: 'Cabina di Regia', to: '/cabina' })
  else if (may('progress.read')) menu.unshift({ label: 'Avanzamento', to: '/cabina' })
  if (may('plan.write')) menu.unshift({ label: 'Gestione', to: '/gestione' })
  // Who manages the plan in some provinces alone enrols their people, and composes nothing.
  else if (may('enrolment.write')) menu.unshift({ label: 'Iscrizioni', to: '/gestione/iscrizioni' })
  if (may('practice.validate')) menu.unshift({ label: 'Ore da convalidare', to: '/pratica/convalida' })
  if (may('register.write')) menu.unshift({ label: 'Registro', to: '/aula' })
  if (may('progress.centre')) menu.unshift({ label: 'Il mio centro', to: '/centro' })
  if (may('progress.train')) menu.unshift({ label: 'Chi aspetta te', to: '/formazione' })
  if (may('people.read')) menu.push({ label: 'Amministrazione', to: '/amministrazione' })
  const profile = signedIn?.profile ? profileNames[signedIn.profile] : undefined
  const roles = held.map((grant) => (grant.role === 'learner' && profile ? profile : roleNames[grant.role]))
  return {
    person: signedIn && { name: `${signedIn.firstName} ${signedIn.lastName}`, roles: [...new Set(roles)] },
    menu,
    demo: isDemo,
    contactEmail: environment.CONTACT_EMAIL,
    accessibilityUrl: environment.ACCESSIBILITY_STATEMENT_URL ?? null,
    lastUpdate: formatDay(contentUpdated),
  }
}
