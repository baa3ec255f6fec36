import { useEffect, useState } from 'react'
import { useRevalidator } from 'react-router'
import { countOf } from '~/lib/numbers'
import { Icon } from '~/ui/icon'

/** The end of an attempt with a time limit. `now` is the server's clock when it made the page. */
export type AttemptTime = { dueAt: Date; now: Date; until: string }

const tickMs = 1000
/** Until when answers in flight count (rules/time), and a second more. */
const afterEndMs = 11_000
/** Minutes left that are read out. */
const announced = [10, 5, 1]

/**
 * Until when the attempt goes on and, with script, how many minutes are left: by the server's clock, which that of the
 * device may not agree with. When the time is over the page is asked for again, and leads to the result.
 */
export function TimeLeft({ time }: { time: AttemptTime }) {
  const leftMs = useTimeLeft(time)
  const { revalidate } = useRevalidator()
  const over = leftMs !== null && leftMs <= -afterEndMs
  useEffect(() => {
    if (!over) return
    const ask = () => {
      if (navigator.onLine) void revalidate()
    }
    ask()
    // Without network the page stays, and asks when it is back.
    window.addEventListener('online', ask)
    return () => window.removeEventListener('online', ask)
  }, [over, revalidate])

  const minutes = leftMs === null ? null : Math.max(Math.ceil(leftMs / 60_000), 0)
  return (
    <div className="r-row">
      <span>
        <Icon name="clock" />{' '}
        {minutes === null ? null : (
          <>
            {minutes === 1 ? 'Manca' : 'Mancano'} <strong className="r-num">{minutes} min</strong>,{' '}
          </>
        )}
        <span className="r-num">{minutes === null ? capital(time.until) : time.until}</span>
      </span>
      <span role="status" className="visually-hidden">
        {minutes !== null && announced.includes(minutes) ? `Restano ${countOf(minutes, 'minuto', 'minuti')}` : ''}
      </span>
    </div>
  )
}

/**
 * Milliseconds left, null until scripts run. Counted from the server's clock with the time that passes on the device:
 * by the steady clock or the other, whichever went further, as the steady one may stand still while the device sleeps.
 */
function useTimeLeft({ dueAt, now }: AttemptTime): number | null {
  const [left, setLeft] = useState<number | null>(null)
  const total = dueAt.getTime() - now.getTime()
  useEffect(() => {
    const start = { steady: performance.now(), wall: Date.now() }
    const tick = () => setLeft(total - Math.max(performance.now() - start.steady, Date.now() - start.wall))
    tick()
    const timer = setInterval(tick, tickMs)
    return () => clearInterval(timer)
  }, [total])
  return left
}

function capital(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
