import type { Profile } from '~/features/auth/rules/profiles'
import { countOf, formatNumber } from '~/lib/numbers'
import type { PlaceFigure } from './rules/place-figures'

type Sentence = { profile: Profile; total: PlaceFigure; everywhere: boolean; moduleTitle: string | null }

/** What the dashboard says first: "208 Navigator su 329 hanno completato il piano". */
export function dashboardTitle({ profile, total, everywhere, moduleTitle }: Sentence): string {
  const what = moduleTitle ? `il modulo «${moduleTitle}»` : 'il piano'
  const where = everywhere && total.name === 'Lombardia' ? '' : `${total.name}: `
  const { completed } = total
  if (profile === 'navigator') {
    const has = completed === 1 ? 'ha completato' : 'hanno completato'
    return `${where}${formatNumber(completed)} Navigator su ${formatNumber(total.base)} ${has} ${what}`
  }
  const people = countOf(completed, 'operatore CPI', 'operatori CPI')
  return `${where}${people} su ${formatNumber(total.base)} ${completed === 1 ? 'ha completato' : 'hanno completato'} ${what}`
}

/** What completion is measured against. */
export function baseWords(profile: Profile): string {
  return profile === 'navigator'
    ? 'Per i Navigator si conta sui posti del Piano (Allegato 1, par. 6).'
    : 'Per gli operatori si conta su chi è iscritto.'
}

/** The share in words, and who is on the way. */
export function shareLead({ share, enrolled, completed }: PlaceFigure, profile: Profile): string {
  if (share === null) return profile === 'navigator' ? 'Qui il Piano non prevede posti.' : 'Qui non è iscritto nessuno.'
  const going = enrolled - completed
  const rest = going === 0 ? '' : ` ${goingWords(going)} seguendo il piano.`
  return `Quota ${profile === 'navigator' ? 'sui posti' : 'su chi è iscritto'}: ${share}\u00a0%.${rest}`
}

function goingWords(going: number) {
  return going === 1 ? 'Un’altra persona sta' : `Altre ${formatNumber(going)} persone stanno`
}
