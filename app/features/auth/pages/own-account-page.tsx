import { parseWithZod } from '@conform-to/zod/v4'
import { data, Form, Link, redirect } from 'react-router'
import { dayOf } from '~/lib/dates'
import { doneMessage } from '~/lib/done-message'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { Facts } from '~/ui/facts'
import { SubmitButton } from '~/ui/forms/submit-button'
import { PageTitle } from '~/ui/frame/page-title'
import { StatusMessage } from '~/ui/status-message'
import { ownAccountForm } from '../auth-forms.schema'
import { requireSignedIn } from '../authorise.server'
import { changePassword } from '../change-password.server'
import { ChangePasswordForm } from '../components/change-password-form'
import { SessionList } from '../components/session-list'
import { endOtherSessions, endOwnSession } from '../end-sessions.server'
import { profileNames, roleNames, seatNames } from '../role-names'
import { holdsOn } from '../rules/grants'
import { findSessions } from '../sessions.queries.server'
import type { Route } from './+types/own-account-page'

export const meta: Route.MetaFunction = () => [{ title: 'Il tuo profilo – Rotta' }]

const messages: Record<string, string> = {
  password: 'La password è cambiata. Gli altri accessi sono stati chiusi.',
  sessione: 'L’accesso è stato chiuso.',
  sessioni: 'Gli altri accessi sono stati chiusi.',
}

export async function loader({ request, context, url }: Route.LoaderArgs) {
  const signedIn = requireSignedIn(request, context)
  const now = new Date()
  const sessions = await findSessions(signedIn.personId, now)
  const roles = signedIn.grants
    .filter((grant) => holdsOn(grant, dayOf(now)))
    .map((grant) => (grant.seat ? `${roleNames[grant.role]}, ${seatNames[grant.seat]}` : roleNames[grant.role]))
  return {
    name: `${signedIn.firstName} ${signedIn.lastName}`,
    email: signedIn.email,
    profile: signedIn.profile ? profileNames[signedIn.profile] : null,
    roles: [...new Set(roles)],
    sessions: sessions.map((session) => ({ ...session, current: session.idHash === signedIn.sessionHash })),
    message: doneMessage(messages, url.searchParams),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const signedIn = requireSignedIn(request, context)
  const { requestId, clientAddress } = context.get(requestContext)
  const submission = parseWithZod(await readForm(request), { schema: ownAccountForm })
  const hideFields = ['current', 'chosen', 'repeated']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), { status: 422 })
  const form = submission.value
  const now = new Date()
  switch (form.intent) {
    case 'end-session': {
      const ended = await endOwnSession(signedIn, form.session, requestId, now)
      if (!ended) throw data(null, { status: 404 })
      throw redirect('/profilo?fatto=sessione', 303)
    }
    case 'end-others':
      await endOtherSessions(signedIn, requestId, now)
      throw redirect('/profilo?fatto=sessioni', 303)
    case 'change-password': {
      const result = await changePassword(signedIn, { ...form, clientAddress, requestId }, now)
      if (result.ok) throw redirect('/profilo?fatto=password', 303)
      const field = result.reason === 'weak' ? 'chosen' : 'current'
      const status = result.reason === 'too-many' ? 429 : 422
      return data(submission.reply({ hideFields, fieldErrors: { [field]: [result.message] } }), { status })
    }
  }
}

export default function OwnAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, profile, roles, sessions, message } = loaderData
  const facts = [
    { term: 'Indirizzo email', description: email },
    ...(profile ? [{ term: 'Profilo', description: profile }] : []),
    { term: 'Ruoli di oggi', description: roles.join('; ') || 'Nessun ruolo' },
  ]
  return (
    <>
      <PageTitle title="Il tuo profilo" lead={name} />
      <StatusMessage title={message} />
      <Facts items={facts} />
      <p className="mt-3">
        <Link className="r-link" to="/dossier">
          Tutti i tuoi dati, da leggere, stampare o scaricare
        </Link>
      </p>
      <section className="r-sec r-w" aria-labelledby="sessioni">
        <h2 id="sessioni">I tuoi accessi aperti</h2>
        <SessionList sessions={sessions} />
        {sessions.length > 1 ? (
          <Form method="post" className="mt-3">
            <input type="hidden" name="intent" value="end-others" />
            <SubmitButton className="btn-outline-primary" busyLabel="Chiudo…">
              Chiudi tutti gli altri accessi
            </SubmitButton>
          </Form>
        ) : null}
      </section>
      <section className="r-sec r-w" aria-labelledby="password">
        <h2 id="password">Cambia la password</h2>
        <ChangePasswordForm lastResult={actionData} email={email} />
      </section>
    </>
  )
}
