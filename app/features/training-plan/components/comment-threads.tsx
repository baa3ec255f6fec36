import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatDate, formatDateTime } from '~/lib/dates'
import { Tag } from '~/ui/tag'
import type { CommentThread } from '../comments.queries.server'
import { textLink } from '../text-link'
import { AnswerForm, ResolveForm } from './comment-forms'

type CommentThreadsProps = {
  comments: readonly (CommentThread & { partLabel: string })[]
  versionId: string
  /** The version is not decided yet: one may answer. */
  open: boolean
  /** Comments that somebody may mark as resolved: their own, or all. */
  mayResolve: (authorId: string) => boolean
  /** The answer to a form of a comment. */
  answerTo: (intent: 'answer' | 'resolve', commentId: string) => SubmissionResult<string[]> | null | undefined
}

/** Comments with their answers and how they were resolved. */
export function CommentThreads({ comments, versionId, open, mayResolve, answerTo }: CommentThreadsProps) {
  return comments.map((comment) => (
    <article className="r-msg" key={comment.id} id={`commento-${comment.id}`}>
      <Byline {...comment}>
        , su <Link to={textLink(versionId, comment.part)}>{comment.partLabel}</Link>
      </Byline>
      <p className="mt-1 r-said">{comment.body}</p>
      {comment.answers.map((answer) => (
        <div className="r-msg" key={answer.id}>
          <Byline {...answer} />
          <p className="mt-1 r-said">{answer.body}</p>
        </div>
      ))}
      {comment.resolution ? (
        <p className="mt-2">
          <Tag state="ok">
            Risolto il {formatDate(comment.resolution.at)}
            {comment.resolution.by ? ` da ${comment.resolution.by}` : ''}: {comment.resolution.note}
          </Tag>
        </p>
      ) : null}
      {open ? <AnswerForm commentId={comment.id} lastResult={answerTo('answer', comment.id)} /> : null}
      {!comment.resolution && mayResolve(comment.authorId) ? (
        <ResolveForm commentId={comment.id} lastResult={answerTo('resolve', comment.id)} />
      ) : null}
    </article>
  ))
}

type BylineProps = Pick<CommentThread, 'author' | 'standsFor' | 'createdAt'> & { children?: ReactNode }

function Byline({ author, standsFor, createdAt, children }: BylineProps) {
  return (
    <p>
      <strong>{author}</strong>, {standsFor}{' '}
      <span className="r-muted r-small">
        {formatDateTime(createdAt)}
        {children}
      </span>
    </p>
  )
}
