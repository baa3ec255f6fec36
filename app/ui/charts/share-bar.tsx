type ShareBarProps = {
  value: number
  /** What the outline stands for. */
  base: number
  /** The base of the longest bar of the table. */
  longest: number
  low?: boolean
}

/** The oblique lines of low shares; once on a page that has bars. */
export function BarPatterns() {
  return (
    <svg className="r-defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#fff" />
          <rect width="3" height="6" fill="#06c" />
        </pattern>
      </defs>
    </svg>
  )
}

/** A bar in a cell of its table: outline = base, fill = value, oblique lines = low. The figures stand beside it. */
export function ShareBar({ value, base, longest, low }: ShareBarProps) {
  const percent = (part: number) =>
    `${longest === 0 ? 0 : Math.round((1000 * Math.min(part, longest)) / longest) / 10}%`
  return (
    <svg className="r-hbar" width="100%" height="16" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width={percent(base)} height="15" fill="#fff" stroke="#5c6f82" />
      <rect x="0.5" y="0.5" width={percent(value)} height="15" fill={low ? 'url(#hatch)' : '#06c'} />
    </svg>
  )
}
