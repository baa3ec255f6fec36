import { RouteList } from '~/ui/route-list'
import { levelNames } from '../observation-words'
import { type SupervisionLevel, supervisionLevels } from '../rules/observation'

/** The supervision level on its scale; `label` says of whom. */
export function LevelRoute({ level, label }: { level: SupervisionLevel; label: string }) {
  return (
    <RouteList
      label={label}
      current="step"
      stops={supervisionLevels.map((step) => {
        const { name, hint } = levelNames[step]
        const reached = step === level
        return {
          key: String(step),
          number: step,
          state: reached ? 'now' : undefined,
          stateText: reached ? 'livello di questa osservazione' : '',
          title: reached ? <strong className="r-here">{name}</strong> : <span>{name}</span>,
          children: <span className="d-block r-small r-muted">{hint}</span>,
        }
      })}
    />
  )
}
