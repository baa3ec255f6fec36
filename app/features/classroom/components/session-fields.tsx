import { Field } from '~/ui/forms/field'
import { SelectField } from '~/ui/forms/select-field'
import { modeOptions } from '../register-words'
import type { RegisterErrors } from '../rules/read-register'
import type { RegisterDraftBody } from '../rules/register'
import type { TaughtModule } from '../taught-modules.queries.server'

type SessionFieldsProps = {
  body: RegisterDraftBody
  modules: readonly TaughtModule[]
  errors: RegisterErrors
  corrects: boolean
  onChange: (change: Partial<RegisterDraftBody>) => void
}

/** What was taught, how, when and where. */
export function SessionFields({ body, modules, errors, corrects, onChange }: SessionFieldsProps) {
  const errorOf = (name: string) => (errors[name] ? [errors[name]] : undefined)
  const text = (name: 'heldOn' | 'startsAt' | 'endsAt' | 'title' | 'place' | 'reason') => ({
    id: `registro-${name}`,
    name,
    value: body[name],
    errors: errorOf(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  const chosen = modules.find(({ slug }) => slug === body.moduleSlug)
  const modes = modeOptions.filter(({ value }) => !chosen || chosen.modes.includes(value) || value === body.mode)
  return (
    <>
      <SelectField
        id="registro-moduleSlug"
        name="moduleSlug"
        label="Modulo"
        emptyLabel="Scegli il modulo"
        options={modules.map(({ slug, title }) => ({ value: slug, label: title }))}
        value={body.moduleSlug}
        errors={errorOf('moduleSlug')}
        onChange={(event) => onChange({ moduleSlug: event.currentTarget.value })}
      />
      <SelectField
        id="registro-mode"
        name="mode"
        label="Come si è tenuto"
        emptyLabel="Scegli come"
        options={modes}
        value={body.mode}
        errors={errorOf('mode')}
        onChange={(event) => onChange({ mode: event.currentTarget.value })}
      />
      <div className="r-row r-end">
        <Field {...text('heldOn')} label="Data" hint="gg/mm/aaaa" short inputMode="numeric" maxLength={20} />
        <Field {...text('startsAt')} label="Inizio" hint="per esempio 9.00" short inputMode="decimal" maxLength={10} />
        <Field {...text('endsAt')} label="Fine" hint="per esempio 11.00" short inputMode="decimal" maxLength={10} />
      </div>
      <Field {...text('title')} label="Titolo (se serve)" maxLength={120} />
      <Field {...text('place')} label="Luogo o collegamento (se serve)" maxLength={120} />
      {corrects ? (
        <Field
          {...text('reason')}
          label="Perché correggi il registro"
          hint="Resta scritto accanto al registro corretto."
          maxLength={300}
        />
      ) : null}
    </>
  )
}
