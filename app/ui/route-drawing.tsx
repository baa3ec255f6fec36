/** The route of an empty list (nothing travelled yet) or of an error (the line is cut). Decoration. */
export function RouteDrawing({ broken }: { broken?: boolean }) {
  return (
    <svg className="r-svg" viewBox="5 0 387 60" aria-hidden="true" focusable="false">
      {broken ? (
        <>
          <path d="M20 30H170M214 30H364" stroke="#5c6f82" strokeWidth="2" />
          <path d="M181 18l22 24M203 18l-22 24" stroke="#b0213a" strokeWidth="3" />
          <circle cx="20" cy="30" r="9" fill="#06c" />
        </>
      ) : (
        <>
          <path d="M20 30H364" stroke="#5c6f82" strokeWidth="2" strokeDasharray="2 6" />
          <circle cx="20" cy="30" r="12" fill="#fff" stroke="#06c" strokeWidth="3" />
          <circle cx="192" cy="30" r="9" fill="#fff" stroke="#5c6f82" strokeWidth="2" />
        </>
      )}
      <circle cx="364" cy="30" r="9" fill="#fff" stroke="#5c6f82" strokeWidth="2" />
    </svg>
  )
}
