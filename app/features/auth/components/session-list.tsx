import { Form } from 'react-router'
import { formatDateTime } from '~/lib/dates'
import { SubmitButton } from '~/ui/forms/submit-button'

type OpenSession = { idHash: string; device: string; createdAt: Date; lastSeenAt: Date; current: boolean }

/** One's own open sessions, each of which can be ended. */
export function SessionList({ sessions }: { sessions: OpenSession[] }) {
  return (
    <ul className="r-list">
      {sessions.map((session) => (
        <li key={session.idHash} className="r-rule r-row r-btw pb-3">
          <div>
            <strong className="r-inkc">{session.device}</strong>
            {session.current ? <span className="r-here"> · questo dispositivo</span> : null}
            <p className="r-small r-muted mb-0">
              Accesso del {formatDateTime(session.createdAt)}. Ultima attività registrata:{' '}
              {formatDateTime(session.lastSeenAt)}.
            </p>
          </div>
          {session.current ? null : (
            <Form method="post">
              <input type="hidden" name="intent" value="end-session" />
              <input type="hidden" name="session" value={session.idHash} />
              <SubmitButton className="btn-outline-primary" busyLabel="Chiudo…">
                Chiudi l’accesso<span className="visually-hidden"> da {session.device}</span>
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
