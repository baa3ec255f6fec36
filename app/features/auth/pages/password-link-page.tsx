import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, Form, redirect } from 'react-router'
import { readForm } from '~/platform/http/read-form.server'
import { requestContext } from '~/platform/http/request-context.server'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { SubmitButton } from '~/ui/forms/submit-button'
import { PageTitle } from '~/ui/frame/page-title'
import { passwordLinkForm } from '../auth-forms.schema'
import { NewPasswordFields } from '../components/new-password-fields'
import { findPasswordLink, redeemPasswordLink } from '../password-links.server'
import type { Route } from './+types/password-link-page'

export const meta: Route.MetaFunction = () => [{ title: 'Scegli la password – Rotta' }]

export async function loader({ params }: Route.LoaderArgs) {
  const person = await findPasswordLink(params.token, new Date())
  if (!person) throw data(null, { status: 404 })
  return { firstName: person.firstName, email: person.email }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: passwordLinkForm })
  const hideFields = ['chosen', 'repeated']
  if (submission.status !== 'success') return data(submission.reply({ hideFields }), { status: 422 })
  const { requestId } = context.get(requestContext)
  const result = await redeemPasswordLink(params.token, submission.value.chosen, requestId, new Date())
  if (result.ok) throw redirect('/accedi?fatto=password', 303)
  if (result.reason === 'gone') throw data(null, { status: 404 })
  return data(submission.reply({ hideFields, fieldErrors: { chosen: [result.message] } }), { status: 422 })
}

export default function PasswordLinkPage({ loaderData, actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<{ chosen: string; repeated: string }>({ lastResult: actionData, id: 'password' })
  return (
    <div className="r-focus">
      <PageTitle
        title="Scegli la tua password"
        lead={`Ciao ${loaderData.firstName}. Con questa password e l’indirizzo ${loaderData.email} entri in Rotta.`}
      />
      <ErrorSummary formId={form.id} errors={form.allErrors} lead="La password non è stata salvata." />
      <Form method="post" {...getFormProps(form)} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={loaderData.email} readOnly />
        <NewPasswordFields chosen={fields.chosen} repeated={fields.repeated} />
        <SubmitButton>Salva la password</SubmitButton>
      </Form>
    </div>
  )
}
