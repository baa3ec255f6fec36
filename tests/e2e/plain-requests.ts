import { expect } from '@playwright/test'
import { type DemoName, demoPassword } from './fixtures'

/** Somebody who sends requests without a browser: those under way at once travel on connections of their own. */
export type Caller = { baseURL: string; cookie: string }
export type Answer = { status: number; location: string; body: string }
export type Form = Record<string, string | number>

/** Signs in by the form's own request: each time another session. */
export async function enter(baseURL: string, name: DemoName): Promise<Caller> {
  return enterAs(baseURL, `${name}@rotta.example`)
}

/** As enter, for somebody who has the password of the demo and is not one of its people. */
export async function enterAs(baseURL: string, email: string): Promise<Caller> {
  const body = new URLSearchParams({ email, password: demoPassword })
  const answer = await fetch(`${baseURL}/accedi`, { method: 'POST', body, redirect: 'manual' })
  expect(answer.status, email).toBe(303)
  return { baseURL, cookie: answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' }
}

export function get(caller: Caller, path: string): Promise<Answer> {
  return ask(caller, path, {})
}

export function post(caller: Caller, path: string, form: Form): Promise<Answer> {
  const body = new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)]))
  return ask(caller, path, { method: 'POST', body })
}

async function ask({ baseURL, cookie }: Caller, path: string, request: RequestInit): Promise<Answer> {
  const answer = await fetch(baseURL + path, { ...request, headers: { cookie }, redirect: 'manual' })
  return { status: answer.status, location: answer.headers.get('location') ?? '', body: await answer.text() }
}

/** Begins a version from the content's own outline. */
export async function makeDraft(manager: Caller): Promise<string> {
  const begun = await post(manager, '/gestione', { basedOn: 'contenuti' })
  expect(begun.status).toBe(303)
  return /\/gestione\/piani\/([^?]+)/.exec(begun.location)?.[1] ?? ''
}

/** A version that has just been put before the Cabina. */
export async function makeSubmitted(manager: Caller): Promise<string> {
  const id = await makeDraft(manager)
  const form = { intent: 'submit', revision: 1, password: demoPassword }
  expect((await post(manager, `/gestione/piani/${id}`, form)).status).toBe(303)
  return id
}

export function vote(seat: Caller, version: string, choice: string, words: Form = {}): Promise<Answer> {
  return post(seat, `/cabina/piani/${version}`, { intent: 'vote', choice, password: demoPassword, ...words })
}

export function close(seat: Caller, version: string): Promise<Answer> {
  return post(seat, `/cabina/piani/${version}`, { intent: 'close', password: demoPassword })
}

export function save(learner: Caller, attempt: string, position: number, choice: number): Promise<Answer> {
  return post(learner, `/tentativi/${attempt}/risposta`, { position, choice })
}

export function handIn(learner: Caller, attempt: string): Promise<Answer> {
  return post(learner, `/tentativi/${attempt}/riepilogo`, {})
}

/** Reads the module's lessons and begins its test. @returns the attempt's id */
export async function openTest(learner: Caller, module = 'primo-appuntamento'): Promise<string> {
  await readLessons(learner, module)
  const begun = await post(learner, `/moduli/${module}/test`, {})
  expect(begun.status).toBe(303)
  return begun.location.replace('/tentativi/', '')
}

/** Marks every lesson of a module as read. */
export async function readLessons(learner: Caller, module: string): Promise<void> {
  const page = (await get(learner, `/moduli/${module}`)).body
  const lessons = [...page.matchAll(new RegExp(`href="(/moduli/${module}/lezioni/[^"?#]+)"`, 'g'))]
  expect(lessons.length).toBeGreaterThan(0)
  for (const path of new Set(lessons.map(([, path]) => path ?? ''))) {
    expect((await post(learner, path, {})).status).toBe(303)
  }
}
