import { useId } from 'react'
import { Link } from 'react-router'
import type { FlowStopView } from '../guide-views'
import { wrapLabel } from '../rules/wrap-label'

const [ink, text, muted, blue, edge, warn, warnGround] = [
  '#17324d',
  '#23303c',
  '#52616f',
  '#06c',
  '#5c6f82',
  '#8a5200',
  '#fff5e0',
]
const lineY = 130
const gap = 130
const stopX = (number: number) => 70 + (number - 1) * gap

/** The flow as our own picture: every stop is a link with a name. */
export function FlowDrawing({ stops }: { stops: FlowStopView[] }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture whose parts are links; a fieldset is for forms
    <svg className="r-svg r-wide" viewBox="0 0 1180 310" role="group" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>Le nove fasi come una linea con nove fermate</title>
      <desc id={`${id}d`}>{describe(stops)}</desc>
      <path d={`M330 62V48H720V62M460 48V62M590 48V62`} fill="none" stroke={edge} />
      <text x="525" y="36" textAnchor="middle" fontSize="15" fill={muted}>
        Patto per il Lavoro
      </text>
      <path d={`M${stopX(1)} ${lineY}H${stopX(9)}`} stroke={blue} strokeWidth="3" />
      {stops.map((stop) => (
        <Term key={stop.number} stop={stop} />
      ))}
      {stops.map((stop) => (
        <Branch key={stop.number} stop={stop} />
      ))}
      {stops.map((stop) => (
        <Stop key={stop.number} stop={stop} />
      ))}
    </svg>
  )
}

function Stop({ stop: { number, shortTitle, title, taskCount } }: { stop: FlowStopView }) {
  const x = stopX(number)
  const lines = wrapLabel(shortTitle, 14)
  const tasks = taskCount > 0 ? `${taskCount} attività` : 'nessuna attività'
  return (
    <Link to={`/guida/fasi/${number}`} aria-label={`Fase ${number}, ${title}, ${tasks} del Navigator`}>
      {/* One target without gaps between the stop and its words. */}
      <rect x={x - 62} y={lineY - 22} width="124" height={78 + lines.length * 21} fill="transparent" />
      {taskCount > 0 ? (
        <circle cx={x} cy={lineY} r="20" fill={blue} />
      ) : (
        <circle cx={x} cy={lineY} r="19" fill="#fff" stroke={edge} strokeWidth="2" strokeDasharray="4 4" />
      )}
      <text x={x} y={lineY + 7} textAnchor="middle" fontSize="19" fontWeight="700" fill={taskCount > 0 ? '#fff' : text}>
        {number}
      </text>
      <text className="t" x={x} y={lineY + 50} textAnchor="middle" fontSize="17" fontWeight="600" fill={ink}>
        {lines.map((line, index) => (
          <tspan key={line} x={x} dy={index === 0 ? 0 : 21}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={x} y={lineY + 52 + lines.length * 21} textAnchor="middle" fontSize="15" fill={muted}>
        {tasks}
      </text>
    </Link>
  )
}

/** A term: before the stop that it leads to, or after the one at which it starts. */
function Term({ stop: { number, deadline } }: { stop: FlowStopView }) {
  if (!deadline) return null
  const x = stopX(number) + (number === 2 ? -gap / 2 : gap / 2)
  const purpose = /\bper .*$/.exec(deadline.text)?.[0] ?? deadline.text
  const lines = wrapLabel(purpose, 15)
  const top = lineY - 24 - lines.length * 19
  return (
    <g fontSize="15" textAnchor="middle" fill={text}>
      <path d={`M${x} ${lineY - 8}l8 8-8 8-8-8z`} fill={warnGround} stroke={warn} strokeWidth="2" />
      <text x={x} y={top}>
        <tspan fontWeight="700" fill={warn}>
          {deadline.value}
        </tspan>
        {lines.map((line) => (
          <tspan key={line} x={x} dy="19">
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}

function Branch({ stop: { number, branch } }: { stop: FlowStopView }) {
  if (!branch) return null
  const x = stopX(number)
  return (
    <Link to={branch.to} aria-label={`${branch.title}: ${branch.text}`}>
      <path
        d={`M${x + 14} 144C${x + 50} 172 ${x + 65} 196 ${x + 65} 230S${x + 78} 272 ${x + 100} 272H${x + 122}`}
        fill="none"
        stroke={edge}
        strokeWidth="2"
        strokeDasharray="3 5"
      />
      <circle cx={x + 131} cy="272" r="9" fill="#fff" stroke={edge} strokeWidth="2" />
      <text x={x + 152} y="257" fontSize="15" fill={text}>
        <tspan className="t" fontWeight="600" fill={ink}>
          {branch.title}
        </tspan>
        {wrapLabel(branch.text, 56).map((line) => (
          <tspan key={line} x={x + 152} dy="20">
            {line}
          </tspan>
        ))}
      </text>
    </Link>
  )
}

function describe(stops: FlowStopView[]): string {
  const numbers = (chosen: FlowStopView[]) => chosen.map(({ number }) => number).join(', ')
  return [
    `Le fermate piene sono le fasi in cui il Navigator affianca: ${numbers(stops.filter((stop) => stop.taskCount > 0))}.`,
    `Le fermate tratteggiate non hanno attività del Navigator: ${numbers(stops.filter((stop) => stop.taskCount === 0))}.`,
    ...stops.flatMap(({ number, deadline }) =>
      deadline ? [`Fase ${number}: ${deadline.value} ${deadline.text}.`] : [],
    ),
    ...stops.flatMap(({ number, branch }) =>
      branch ? [`Dalla fase ${number} parte un ramo. ${branch.title}: ${branch.text}`] : [],
    ),
  ].join(' ')
}
