import { classNames } from '~/ui/class-names'
import { ErrorText } from '~/ui/forms/field-texts'
import { levelNames } from '../observation-words'
import { supervisionLevels } from '../rules/observation'

type LevelFieldProps = { firstName: string; given: string | undefined; chosen: number | undefined; errors?: string[] }

/** The supervision level, as a route: what the person may do next time. */
export function LevelField({ firstName, given, chosen, errors }: LevelFieldProps) {
  const invalid = Boolean(errors?.length)
  return (
    <fieldset
      className={classNames('r-set mt-2', invalid && 'is-bad')}
      aria-describedby={invalid ? 'level-error' : undefined}
    >
      <legend className="mb-3">La prossima volta, in una situazione simile, {firstName} può…</legend>
      <ErrorText id="level-error" errors={errors} />
      <ol className="r-route r-lev">
        {supervisionLevels.map((level, index) => (
          <li key={level} className={chosen === level ? 'is-now' : undefined}>
            <span className="r-stop" aria-hidden="true">
              {level}
            </span>
            <label className="r-opt">
              <input
                type="radio"
                id={index === 0 ? 'level' : `level-${level}`}
                name="level"
                value={level}
                aria-invalid={invalid || undefined}
                defaultChecked={given === String(level)}
              />
              <span>
                <strong>{levelNames[level].name}</strong>
                <small>{levelNames[level].hint}</small>
              </span>
            </label>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
