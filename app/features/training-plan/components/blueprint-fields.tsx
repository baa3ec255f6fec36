import { getInputProps } from '@conform-to/react'
import { type Level, levels } from '~/features/curriculum/rules/module-content'
import { countOf, formatNumber } from '~/lib/numbers'
import { Field } from '~/ui/forms/field'
import { levelNames } from '../plan-names'
import type { SettingsField } from './settings-values'

/** What the bank holds of each objective of the module. */
export type Bank = readonly {
  id: string
  /** What it is called in a sentence: its id, or of the final test the title of the module. */
  name: string
  text: string
  all: number
  byLevel: readonly { level: Level; count: number }[]
}[]

type BlueprintFieldsProps = { rows: SettingsField<'blueprint'>; bank: Bank }

/** How many questions the test draws of each objective, beside how many the bank has. */
export function BlueprintFields({ rows, bank }: BlueprintFieldsProps) {
  return (
    <fieldset className="r-set" id={rows.id}>
      <legend>Domande estratte per il test</legend>
      <p className="r-hint">
        Per ogni obiettivo, e nel test finale per ogni modulo, quante di un livello e quante di un livello qualsiasi.
        Sotto ogni campo c’è quante ne ha la banca.
      </p>
      {rows.getFieldList().map((row, index) => {
        const cells = row.getFieldset()
        const objective = bank[index]
        if (!objective) return null
        return (
          <fieldset className="r-set" key={objective.id}>
            <legend>
              {objective.name === objective.text ? null : <span className="r-id">{objective.name}</span>}{' '}
              {objective.text}
            </legend>
            <input type="hidden" name={cells.objective.name} value={objective.id} />
            <div className="r-row r-end">
              {levels.map((level) => (
                <Field
                  label={`Livello ${levelNames[level]}`}
                  hint={`In banca ${countOf(countOfLevel(objective, level), 'domanda', 'domande')}`}
                  errors={cells[level].errors}
                  short
                  inputMode="numeric"
                  fieldClassName="r-w-s"
                  {...getInputProps(cells[level], { type: 'text' })}
                  key={`${level} ${cells[level].key}`}
                />
              ))}
              <Field
                label="Livello qualsiasi"
                hint={`In banca ${formatNumber(objective.all)} in tutto`}
                errors={cells.any.errors}
                short
                inputMode="numeric"
                fieldClassName="r-w-s"
                {...getInputProps(cells.any, { type: 'text' })}
                key={cells.any.key}
              />
            </div>
          </fieldset>
        )
      })}
    </fieldset>
  )
}

function countOfLevel({ byLevel }: Bank[number], level: Level) {
  return byLevel.find((one) => one.level === level)?.count ?? 0
}
