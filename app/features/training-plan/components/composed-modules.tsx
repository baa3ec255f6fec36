import { useEffect } from 'react'
import { Form, Link, useLocation } from 'react-router'
import { finalTestSlug } from '~/features/curriculum/rules/final-test'
import { SelectField } from '~/ui/forms/select-field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { RouteList } from '~/ui/route-list'

type ComposedModuleRow = { slug: string; title: string | undefined; hours: string; rule: string }

type ComposedModulesProps = {
  versionId: string
  modules: readonly ComposedModuleRow[]
  /** The revision that is shown; absent when the version does not change any more. */
  revision?: number
}

/** The modules of a plan in their order, each with its hours and rules in one line; of a draft, to be moved. */
export function ComposedModules({ versionId, modules, revision }: ComposedModulesProps) {
  useFocusOnMoved(revision)
  return (
    <RouteList
      flow
      label="Moduli del piano, in ordine"
      stops={modules.map(({ slug, title, hours, rule }, index) => ({
        key: slug,
        number: slug === finalTestSlug ? 'T' : index + 1,
        title: (
          <strong>
            {title ? (
              <Link id={moduleId(slug)} to={`/gestione/piani/${versionId}/moduli/${slug}`}>
                {title}
              </Link>
            ) : (
              slug
            )}
          </strong>
        ),
        children: (
          <>
            <p className="mb-1">{title ? `${hours}. ${rule}` : 'I contenuti non hanno più questo modulo.'}</p>
            {revision === undefined ? null : (
              <MoveForm
                slug={slug}
                name={title ?? slug}
                revision={revision}
                first={index === 0}
                last={index === modules.length - 1}
              />
            )}
          </>
        ),
      }))}
    />
  )
}

function moduleId(slug: string) {
  return `modulo-${slug}`
}

/** A row that moves takes the focus out of the page: after each edit it goes to the module that the address names. */
function useFocusOnMoved(revision: number | undefined) {
  const { hash } = useLocation()
  useEffect(() => {
    if (revision === undefined || !hash.startsWith(`#${moduleId('')}`)) return
    const target = document.getElementById(hash.slice(1)) ?? document.getElementById('moduli')
    target?.focus({ preventScroll: true })
  }, [hash, revision])
}

type MoveFormProps = { slug: string; name: string; revision: number; first: boolean; last: boolean }

function MoveForm({ slug, name, revision, first, last }: MoveFormProps) {
  const whom = <span className="visually-hidden"> il modulo {name}</span>
  return (
    <Form method="post" preventScrollReset className="r-row r-noprint">
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="module" value={slug} />
      {first ? null : (
        <SubmitButton name="intent" value="move-up" className="btn-outline-primary btn-sm" busyLabel="Sposto…">
          Sposta su{whom}
        </SubmitButton>
      )}
      {last ? null : (
        <SubmitButton name="intent" value="move-down" className="btn-outline-primary btn-sm" busyLabel="Sposto…">
          Sposta giù{whom}
        </SubmitButton>
      )}
      <SubmitButton name="intent" value="remove-module" className="btn-outline-primary btn-sm" busyLabel="Tolgo…">
        Togli dal piano{whom}
      </SubmitButton>
    </Form>
  )
}

type AddModuleFormProps = { modules: readonly { slug: string; title: string }[]; revision: number }

/** The modules of the content that the plan does not have yet. */
export function AddModuleForm({ modules, revision }: AddModuleFormProps) {
  if (modules.length === 0) return <p className="r-muted">Tutti i moduli dei contenuti sono nel piano.</p>
  return (
    <Form method="post" preventScrollReset className="r-row r-end r-noprint">
      <input type="hidden" name="intent" value="add-module" />
      <input type="hidden" name="revision" value={revision} />
      <SelectField
        id="modulo-da-aggiungere"
        name="module"
        label="Modulo da aggiungere"
        options={modules.map(({ slug, title }) => ({ value: slug, label: title }))}
        fieldClassName="mb-0"
      />
      <SubmitButton className="btn-outline-primary" busyLabel="Aggiungo…">
        Aggiungi il modulo
      </SubmitButton>
    </Form>
  )
}
