import { guide } from '~/features/phase-guide/guide.server'
import type { GuideLink } from './learning-views'

/** Links to pages of the guide from their ids: `fase-3`, `F3.1`, `F3.C2`. What the guide no longer has is left out. */
export function guideLinks(ids: readonly string[]): GuideLink[] {
  const { phases, activities } = guide()
  return ids.flatMap((id): GuideLink[] => {
    const phase = phases.find(({ number }) => id === `fase-${number}`)
    if (phase) return [{ to: `/guida/fasi/${phase.number}`, label: `Fase ${phase.number}, ${phase.title}` }]
    const activity = activities.get(id)
    return activity ? [{ to: `/guida/attivita/${id}`, id, label: activity.title }] : []
  })
}
