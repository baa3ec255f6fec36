import { guide } from '~/features/phase-guide/guide.server'
import { frozenPlan, moduleOf } from '~/features/training-plan/frozen-plan.server'
import type { Companion, PracticeState } from './rules/practice'

/** What every list shows of a practice. */
export const shownColumns = {
  id: true,
  moduleSlug: true,
  heldOn: true,
  minutes: true,
  tasks: true,
  alongside: true,
  note: true,
  state: true,
} as const

type Row = Record<'id' | 'moduleSlug' | 'heldOn' | 'tasks' | 'alongside' | 'state', string> & {
  minutes: number
  note: string | null
}

/** A practice with its module and tasks by their titles, as the pinned version and the guide have them. */
export async function showEntry({ moduleSlug, ...row }: Row, { versionId }: { versionId: string }) {
  const module = moduleOf(await frozenPlan(versionId), moduleSlug)
  return {
    id: row.id,
    heldOn: row.heldOn,
    minutes: row.minutes,
    note: row.note,
    moduleTitle: module?.shortTitle ?? moduleSlug,
    tasks: (JSON.parse(row.tasks) as string[]).map((id) => ({ id, title: taskTitle(id) })),
    alongside: row.alongside as Companion,
    state: row.state as PracticeState,
  }
}

/** What the guide calls a task or an act; nothing when it has no such any more. */
export function taskTitle(id: string): string {
  return guide().activities.get(id)?.title ?? ''
}
