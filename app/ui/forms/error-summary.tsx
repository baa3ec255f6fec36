import { useEffect, useId, useRef } from 'react'
import { useNavigation } from 'react-router'

type Errors = Record<string, readonly string[] | null | undefined>

type ErrorSummaryProps = {
  /** Errors by id of the field; by its name if `formId` is given. The empty key holds those of the whole form. */
  errors?: Errors | null
  formErrors?: readonly string[] | null
  /** Of a conform form, whose fields have the id `formId-name`. */
  formId?: string
  /** What a field is called, for forms where the same sentence stands beside many fields. */
  nameOf?: (key: string) => string | undefined
  title?: string
  lead?: string
}

const WORDS = ['', 'un', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci']

function countTitle(count: number): string {
  if (count === 0) return 'C’è qualcosa da correggere'
  return `Controlla ${WORDS[count] ?? count} ${count === 1 ? 'campo' : 'campi'}`
}

function named(name: string | undefined, text: string): string {
  return name ? `${name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text
}

/** The first thing that is focused after a refused form: which fields, and what to do. */
export function ErrorSummary({
  errors,
  formErrors,
  formId,
  nameOf,
  title,
  lead = 'Quello che hai scritto è ancora qui. Non abbiamo salvato nulla.',
}: ErrorSummaryProps) {
  const titleId = useId()
  const box = useRef<HTMLDivElement>(null)
  const { state } = useNavigation()
  const fields = Object.entries(errors ?? {}).filter(([key, texts]) => key !== '' && texts?.length)
  const general = [...(formErrors ?? []), ...(errors?.[''] ?? [])]
  const present = fields.length > 0 || general.length > 0

  // Bound to the end of a submission, not to the errors: typing, which may change them, keeps its focus.
  useEffect(() => {
    if (!present || state !== 'idle') return
    // A moment later: the form library has by then focused the first wrong field, and we take over.
    const later = setTimeout(() => box.current?.focus())
    return () => clearTimeout(later)
  }, [present, state])

  if (!present) return null
  return (
    <div className="r-sum" role="alert" tabIndex={-1} aria-labelledby={titleId} ref={box}>
      <h2 id={titleId}>{title ?? countTitle(fields.length)}</h2>
      <p>{lead}</p>
      {general.map((text) => (
        <p key={text} className="r-sum__form">
          {text}
        </p>
      ))}
      {fields.length > 0 ? (
        <ul className="r-list">
          {fields.map(([key, texts]) => (
            <li key={key}>
              <a href={`#${formId ? `${formId}-${key}` : key}`}>{named(nameOf?.(key), texts?.join(' ') ?? '')}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
