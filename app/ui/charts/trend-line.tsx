import { useId } from 'react'

export type TrendMark = { label: string; value: number }

type TrendLineProps = {
  title: string
  description: string
  points: TrendMark[]
  /** The line that the value moves towards, with its words; without one the chart ends at its highest value. */
  target: { value: number; label: string } | null
  /** What stands beside the last point: "208 completati". */
  lastLabel: string
}

const [left, right, top, bottom] = [14, 284, 36, 236]

/** Values over time as a route: travelled line, stops at a few of the points, the last one open. */
export function TrendLine({ title, description, points, target, lastLabel }: TrendLineProps) {
  const id = useId()
  const highest = Math.max(target?.value ?? 0, ...points.map(({ value }) => value), 1)
  const x = (index: number) => left + Math.round(((right - left) * index) / Math.max(points.length - 1, 1))
  const y = (value: number) => bottom - Math.round(((bottom - top) * value) / highest)
  const last = points.at(-1)
  const step = Math.max(1, Math.ceil(points.length / 6))
  const marked = points
    .map((point, index) => ({ ...point, index }))
    .filter(({ index }) => isMarked(index, points.length, step))
  return (
    <svg className="r-svg r-trend" viewBox="0 0 410 268" role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <path d={`M4 ${bottom}H294`} stroke="#5c6f82" />
      {target ? (
        <>
          <path d={`M4 ${y(target.value)}H294`} stroke="#5c6f82" strokeDasharray="2 5" />
          <text x="4" y={y(target.value) - 8} fontSize="14" fill="#52616f">
            {target.label}
          </text>
        </>
      ) : null}
      <polyline
        points={points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')}
        fill="none"
        stroke="#06c"
        strokeWidth="2.5"
      />
      {marked.map(({ label, value, index }) => (
        <g key={index}>
          <circle
            cx={x(index)}
            cy={y(value)}
            r="5"
            fill={index === points.length - 1 ? '#fff' : '#06c'}
            stroke="#06c"
            strokeWidth="2.5"
          />
          <text
            x={index === 0 ? 0 : x(index)}
            y="258"
            textAnchor={index === 0 ? 'start' : 'middle'}
            fontSize="14"
            fill="#52616f"
          >
            {label}
          </text>
        </g>
      ))}
      {last ? (
        <text x="296" y={Math.max(y(last.value) + 5, 14)} fontSize="15" fontWeight="700" fill="#17324d">
          {lastLabel}
        </text>
      ) : null}
    </svg>
  )
}

/** Every few points, and the last; none so near to the last that their words would meet. */
function isMarked(index: number, count: number, step: number): boolean {
  if (index === count - 1) return true
  return index % step === 0 && count - 1 - index >= step
}
