import { classNames } from '~/ui/class-names'
import { Facts } from '~/ui/facts'
import { ErrorText } from '~/ui/forms/field-texts'
import { ratingNames } from '../observation-words'
import type { ProfileCriterion } from '../rules/observable-module'
import { type Rating, ratings } from '../rules/observation'
import { needsNote } from '../rules/refuse-signature'
import { FreeTextField } from './free-text-field'

type CriterionFieldProps = {
  criterion: ProfileCriterion
  /** What the form holds at first. */
  given: { rating?: string; note?: string }
  /** The mark that is chosen now. */
  rating: Rating | undefined
  errors: { rating?: string[]; note?: string[] }
}

/** One criterion: what is looked at, five marks as large targets, a note that opens by itself where it is needed. */
export function CriterionField({ criterion, given, rating, errors }: CriterionFieldProps) {
  const { id, critical, text } = criterion
  const name = `ratings.${id}.rating`
  const noteName = `ratings.${id}.note`
  const needed = needsNote(critical, rating)
  const invalid = Boolean(errors.rating?.length)
  return (
    <fieldset
      className={classNames('r-set r-crit', invalid && 'is-bad')}
      aria-describedby={invalid ? `${name}-error` : undefined}
    >
      <legend>
        <span className="r-id">{id}</span> {text} {critical ? <span className="r-flag">Critico</span> : null}
      </legend>
      <details className="mb-3">
        <summary>
          Che cosa guardare<span className="visually-hidden"> in {id}</span>
        </summary>
        <Facts
          plain
          className="mt-2"
          items={[
            { term: ratingNames.met, description: criterion.met },
            { term: ratingNames.partly, description: criterion.partly },
            { term: ratingNames.notMet, description: criterion.notMet },
          ]}
        />
      </details>
      <ErrorText id={`${name}-error`} errors={errors.rating} />
      <div className="r-opts r-rate r-rate--five">
        {ratings.map((value, index) => (
          <label key={value} className="r-opt">
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${value}`}
              name={name}
              value={value}
              aria-invalid={invalid || undefined}
              defaultChecked={given.rating === value}
            />
            <span>{ratingNames[value]}</span>
          </label>
        ))}
      </div>
      <details className="mt-3" open={needed || Boolean(given.note) || Boolean(errors.note?.length)}>
        <summary>
          {needed ? 'Nota, da scrivere' : 'Aggiungi una nota'}
          <span className="visually-hidden"> a {id}</span>
        </summary>
        <div className="mt-2">
          <FreeTextField
            id={noteName}
            name={noteName}
            label={`Nota al criterio ${id}`}
            hint={needed ? 'Che cosa hai visto o sentito, senza dire di chi.' : undefined}
            errors={errors.note}
            defaultValue={given.note}
          />
        </div>
      </details>
    </fieldset>
  )
}
