import { type ComponentPropsWithRef, type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import { useNavigation } from 'react-router'
import { classNames } from '../class-names'

type SubmitButtonProps = Omit<ComponentPropsWithRef<'button'>, 'type' | 'children'> & {
  children: ReactNode
  /** What the button says while the server works. */
  busyLabel?: ReactNode
  /** For a form sent by a fetcher, which the navigation does not show. */
  busy?: boolean
}

/** Both texts lie in one cell, so that the button keeps its size. */
export function SubmitButton({
  children,
  busyLabel = 'Salvo…',
  busy,
  className,
  onClick,
  ...button
}: SubmitButtonProps) {
  const sending = useSending()
  const working = busy ?? sending.now

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (working) return event.preventDefault()
    onClick?.(event)
    // Pressing Enter in a field clicks the form's button too.
    if (!event.defaultPrevented) sending.pressed()
  }

  return (
    <button
      {...button}
      type="submit"
      className={classNames('btn', className ?? 'btn-primary')}
      aria-busy={working || undefined}
      onClick={press}
    >
      <span className="r-busy">
        <span className={working ? 'is-away' : undefined}>{children}</span>
        <span className={working ? undefined : 'is-away'}>{busyLabel}</span>
      </span>
    </button>
  )
}

/** True from the press of this button until the navigation that it started has ended. */
function useSending() {
  const { state, formData } = useNavigation()
  const [pressed, setPressed] = useState(false)

  useEffect(() => {
    if (state === 'idle') setPressed(false)
  }, [state])

  return { now: pressed && formData !== undefined, pressed: () => setPressed(true) }
}
