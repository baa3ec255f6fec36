import { formatDay } from '~/lib/dates'

type Period = { startsOn: string; endsOn?: string | null }

/** "dal 01/09/2019 al 31/12/2019", as a sentence says it. */
export function periodText({ startsOn, endsOn }: Period): string {
  if (endsOn && endsOn < startsOn) return `annullato prima di iniziare, il ${formatDay(startsOn)}`
  return endsOn ? `dal ${formatDay(startsOn)} al ${formatDay(endsOn)}` : `dal ${formatDay(startsOn)}`
}

/** Whether a period is over, holds, or is to come. */
export function periodState({ startsOn, endsOn }: Period, today: string): 'ended' | 'now' | 'future' {
  if (endsOn && (endsOn < today || endsOn < startsOn)) return 'ended'
  return startsOn > today ? 'future' : 'now'
}
