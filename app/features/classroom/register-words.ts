import { modeNames } from '~/features/training-plan/plan-names'
import { formatDay } from '~/lib/dates'
import { formatClock } from '~/lib/minutes'
import { type RegisterMode, registerModes } from './rules/register'

/** A mode at the head of a field or row: "In aula". */
export function modeTitle(mode: string): string {
  const known = registerModes.find((one) => one === mode)
  const name = known ? modeNames[known] : mode
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The modes to choose among. */
export const modeOptions: { value: RegisterMode; label: string }[] = registerModes.map((mode) => ({
  value: mode,
  label: modeTitle(mode),
}))

/** "16/12/2019, ore 9.00–11.00" */
export function sessionTime({
  heldOn,
  startsAt,
  endsAt,
}: {
  heldOn: string
  startsAt: number
  endsAt: number
}): string {
  return `${formatDay(heldOn)}, ore ${formatClock(startsAt)}–${formatClock(endsAt)}`
}
