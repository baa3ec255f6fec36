import { Link } from 'react-router'

function LogoMark() {
  return (
    <svg viewBox="0 0 40 28" aria-hidden="true" focusable="false">
      <path d="M6 22C16 22 16 6 34 6" fill="none" stroke="#06c" strokeWidth="2.5" />
      <circle cx="6" cy="22" r="4.5" fill="#06c" />
      <circle cx="34" cy="6" r="4.5" fill="#fff" stroke="#06c" strokeWidth="2.5" />
    </svg>
  )
}

export function Logo({ name, to }: { name: string; to?: string }) {
  return to ? (
    <Link className="r-logo" to={to}>
      <LogoMark />
      {name}
    </Link>
  ) : (
    <span className="r-logo p-0">
      <LogoMark />
      {name}
    </span>
  )
}
