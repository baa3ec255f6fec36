import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { partAnchor } from '../rules/plan-parts'

type PartHeadingProps = {
  part: string
  level: 2 | 3
  /** The page where the part can be commented on; null once the version is decided. */
  commentPage: string | null
  children: ReactNode
}

/** The heading of a part of the version: where links to the part lead, and the way to a comment on it. */
export function PartHeading({ part, level, commentPage, children }: PartHeadingProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      <Heading id={partAnchor(part)}>{children}</Heading>
      {commentPage ? (
        <p className="r-small r-noprint">
          <Link to={`${commentPage}?parte=${encodeURIComponent(part)}#commenta`}>
            Commenta<span className="visually-hidden">: {children}</span>
          </Link>
        </p>
      ) : null}
    </>
  )
}
