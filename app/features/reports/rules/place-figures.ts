import type { Profile } from '~/features/auth/rules/profiles'

/** Below this share, in percent, a place is marked. The act sets none: the threshold is ours, and the page says so. */
export const lowShare = 50

/** A province or an entry, with the places that the act gives it (Allegato 1, par. 6). */
export type Place = { id: string; name: string; places: number }

/** People counted somewhere: those who follow the plan, and those of them who have completed it (or one module). */
export type Counted = { enrolled: number; completed: number }

/** How far a place is. */
export type PlaceFigure = Place &
  Counted & {
    /** What completion is measured against: for Navigators the places of the act, for operators the people enrolled. */
    base: number
    /** Whole percent of the base, rounded down; null where there is no base. */
    share: number | null
    low: boolean
  }

/** How far places are, in the order given. A place without people counts nobody. */
export function placeFigures(
  places: readonly Place[],
  counts: ReadonlyMap<string, Counted>,
  profile: Profile,
): PlaceFigure[] {
  return places.map((place) => {
    const { enrolled, completed } = counts.get(place.id) ?? { enrolled: 0, completed: 0 }
    return { ...place, ...figureOf({ enrolled, completed }, place.places, profile) }
  })
}

/** All of them together. */
export function totalFigure(figures: readonly PlaceFigure[], profile: Profile, name: string): PlaceFigure {
  const sum = (of: (figure: PlaceFigure) => number) => figures.reduce((total, figure) => total + of(figure), 0)
  const places = sum((figure) => figure.places)
  const counted = { enrolled: sum((figure) => figure.enrolled), completed: sum((figure) => figure.completed) }
  return { id: '', name, places, ...figureOf(counted, places, profile) }
}

function figureOf(counted: Counted, places: number, profile: Profile) {
  const base = profile === 'navigator' ? places : counted.enrolled
  const share = base === 0 ? null : Math.floor((counted.completed * 100) / base)
  return { ...counted, base, share, low: share !== null && share < lowShare }
}
