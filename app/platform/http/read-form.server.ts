import { data } from 'react-router'

/**
 * The form that a request carries; the only way to read one. A POST without a body is an empty form.
 * @throws 422 when the body is no form, or broke off on its way
 */
export async function readForm(request: Request): Promise<FormData> {
  if (!request.headers.has('Content-Type')) return new FormData()
  try {
    return await request.formData()
  } catch {
    throw data({ message: 'I dati non sono arrivati interi. Torna indietro e inviali di nuovo.' }, { status: 422 })
  }
}
