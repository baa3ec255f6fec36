import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, Form, Link, redirect } from 'react-router'
import { doneMessage } from '~/lib/done-message'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { Field } from '~/ui/forms/field'
import { SubmitButton } from '~/ui/forms/submit-button'
import { Door } from '~/ui/frame/door'
import type { PageHandle } from '~/ui/frame/page-handle'
import { StatusMessage } from '~/ui/status-message'
import { signInForm } from '../auth-forms.schema'
import { deviceName } from '../rules/device-name'
import { safeReturnPath } from '../rules/return-path'
import { signIn } from '../sign-in.server'
import { signedInContext } from '../signed-in.server'
import type { Route } from './+types/sign-in-page'

export const handle: PageHandle = { frame: 'door' }
export const meta: Route.MetaFunction = () => [{ title: 'Accedi – Rotta' }]

const messages: Record<string, string> = {
  password: 'La nuova password è pronta: ora puoi accedere.',
  uscita: 'L’accesso è chiuso.',
}

export function loader({ context, url }: Route.LoaderArgs) {
  const returnTo = safeReturnPath(url.searchParams.get('ritorno'))
  if (context.get(signedInContext)) throw redirect(returnTo, 303)
  return { wanted: returnTo !== '/', message: doneMessage(messages, url.searchParams) }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: signInForm })
  if (submission.status !== 'success') return data(submission.reply({ hideFields: ['password'] }), { status: 422 })
  const { requestId, clientAddress } = context.get(requestContext)
  const attempt = {
    ...submission.value,
    device: deviceName(request.headers.get('User-Agent')),
    clientAddress,
    requestId,
  }
  const result = await signIn(attempt, new Date())
  if (!result.ok) {
    const status = result.reason === 'too-many' ? 429 : 422
    return data(submission.reply({ hideFields: ['password'], formErrors: [result.message] }), { status })
  }
  const returnTo = safeReturnPath(url.searchParams.get('ritorno'))
  throw redirect(returnTo, { status: 303, headers: { 'Set-Cookie': result.value } })
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<{ email: string; password: string }>({ lastResult: actionData, id: 'accesso' })
  return (
    <Door
      claim="Una rotta comune per chi accompagna al lavoro"
      text="La formazione di Navigator e operatori dei centri per l’impiego. La guida alle nove fasi è sempre aperta, anche allo sportello."
    >
      <h1 className="mb-4">Accedi</h1>
      <StatusMessage title={loaderData.message} />
      {loaderData.wanted ? <p className="mb-4">Dopo l’accesso torni alla pagina che hai chiesto.</p> : null}
      <ErrorSummary
        formId={form.id}
        errors={form.allErrors}
        title={form.errors ? 'L’accesso non è riuscito' : undefined}
        lead="Controlla quello che hai scritto."
      />
      <Form method="post" {...getFormProps(form)} noValidate>
        <Field
          label="Indirizzo email di lavoro"
          errors={fields.email.errors}
          autoComplete="username"
          {...getInputProps(fields.email, { type: 'email' })}
          key={fields.email.key}
        />
        <Field
          label="Password"
          errors={fields.password.errors}
          autoComplete="current-password"
          {...getInputProps(fields.password, { type: 'password', value: false })}
          key={fields.password.key}
        />
        <SubmitButton className="btn-primary w-100" busyLabel="Accedo…">
          Accedi
        </SubmitButton>
      </Form>
      <p className="mt-4">
        Non ricordi la password? Chiedi un nuovo link a chi amministra la piattaforma nel tuo ente.
      </p>
      <p className="r-small r-muted mb-0">
        Usiamo solo cookie tecnici, necessari per restare collegati. Per i tuoi dati leggi la pagina{' '}
        <Link to="/privacy">Privacy</Link>.
      </p>
    </Door>
  )
}
