export function SkipLink({ target, children = 'Vai al contenuto' }: { target: string; children?: string }) {
  return (
    <div className="skiplinks">
      <a className="visually-hidden-focusable" href={`#${target}`}>
        {children}
      </a>
    </div>
  )
}
