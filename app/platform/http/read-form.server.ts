import { data } from 'react-router'
import { areFieldNames } from './field-names'

/**
 * The form that a request carries; the only way to read one. A POST without a body is an empty form.
 * @throws 422 when the body is no form, broke off on its way, or has fields that no form of ours has
 */
export async function readForm(request: Request): Promise<FormData> {
  if (!request.headers.has('Content-Type')) return new FormData()
  const form = await parseForm(request)
  if (!form || !areFieldNames([...form.keys()])) {
    throw data({ message: 'I dati non sono arrivati interi. Torna indietro e inviali di nuovo.' }, { status: 422 })
  }
  return form
}

async function parseForm(request: Request): Promise<FormData | undefined> {
  try {
    return await request.formData()
  } catch {
    return undefined
  }
}
