import type { ReactNode } from 'react'

export function HintText({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <span className="r-hint" id={id}>
      {children}
    </span>
  ) : null
}

export function ErrorText({ id, errors }: { id: string; errors?: readonly string[] }) {
  if (!errors?.length) return null
  return (
    <span className="r-err" id={id}>
      {errors.map((error) => (
        <span key={error}>{error}</span>
      ))}
    </span>
  )
}
