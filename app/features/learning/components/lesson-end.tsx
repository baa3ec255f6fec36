import { Form, Link } from 'react-router'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Note } from '~/ui/note'
import type { LessonView } from '../learning-views'

type LessonEndProps = { lesson: LessonView; refused?: string }

/** What follows the text: marking it as read and going on. Those who only read find the lessons around it below. */
export function LessonEnd({ lesson, refused }: LessonEndProps) {
  const { own } = lesson
  if (!own && !refused) return null
  return (
    <div className="r-sec r-w r-noprint">
      {refused ? (
        <Note kind="warn" role="alert" title="La lezione non è stata segnata">
          {refused}
        </Note>
      ) : null}
      {own?.readOn ? <p>Conta come letta dal {own.readOn}.</p> : null}
      {own ? (
        <div className="r-row">
          {own.readOn ? <GoOn lesson={lesson} /> : <MarkForm />}
          <Link className="r-link" to="/piano">
            Torna al piano
          </Link>
        </div>
      ) : null}
    </div>
  )
}

function MarkForm() {
  return (
    <Form method="post">
      <SubmitButton>Segna come letta e continua</SubmitButton>
    </Form>
  )
}

function GoOn({ lesson: { module, outline, number } }: { lesson: LessonView }) {
  const next = outline[number]
  return next ? (
    <Link className="btn btn-primary" to={`/moduli/${module.slug}/lezioni/${next.slug}`}>
      Vai alla lezione successiva
    </Link>
  ) : (
    <Link className="btn btn-primary" to={`/moduli/${module.slug}`}>
      Vai al modulo
    </Link>
  )
}
