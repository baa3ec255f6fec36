import { type AttemptTime, TimeLeft } from './time-left'

/** Which test and attempt this is, and until when it goes on. */
export function AttemptHead({ label, time }: { label: string; time: AttemptTime | null }) {
  return (
    <div className="r-row r-btw pt-2 pb-4">
      <span className="r-kick mb-0">{label}</span>
      {time ? <TimeLeft time={time} /> : null}
    </div>
  )
}
