import { describe, expect, test } from 'vitest'
import { readForm } from './read-form.server'

const sent = (body: BodyInit, headers?: HeadersInit) =>
  readForm(new Request('http://rotta.example/', { method: 'POST', body, headers }))

describe('readForm', () => {
  test('reads what was sent, and takes no body for an empty form', async () => {
    expect((await sent(new URLSearchParams({ email: 'ada@rotta.example' }))).get('email')).toBe('ada@rotta.example')
    const empty = await readForm(new Request('http://rotta.example/', { method: 'POST' }))
    expect([...empty.keys()]).toEqual([])
  })

  test.each([
    ['no form at all', 'x', { 'Content-Type': 'text/plain' }],
    ['a form that broke off', 'x', { 'Content-Type': 'multipart/form-data; boundary=y' }],
    ['a field that makes a list of billions', new URLSearchParams({ 'email[4294967294]': 'x' }), undefined],
    ['an instruction to the parser of forms', new URLSearchParams({ __intent__: '{"type":"reset"}' }), undefined],
  ])('refuses %s', async (_, body, headers) => {
    await expect(sent(body, headers)).rejects.toMatchObject({ init: { status: 422 } })
  })
})
