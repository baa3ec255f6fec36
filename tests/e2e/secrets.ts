import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { parse } from 'yaml'
import { type Answer, type Caller, get } from './plain-requests'
import { rows } from './served-database'

type WrittenQuestion = { stem: string; explanation: string }

/** What betrays a key: the explanation of a question, by what it is recognised in, or a salt. */
export type Secret = { name: string; print: string }

/** The explanations of a module's questions, as the content has them. */
export function explanationsOf(module: string): Secret[] {
  // The final test has no questions of its own.
  return modules().includes(module) ? questionsOf(module).map(({ explanation }) => secretOf(explanation)) : []
}

/** Every explanation of the content, and every explanation and salt that a database keeps. */
export function secretsOf(databaseFile: string): Secret[] {
  const keys = rows<{ salt: string; explanation: string }>(
    databaseFile,
    "SELECT salt, body ->> 'explanation' AS explanation FROM FrozenKey",
  )
  const all = [
    ...modules().flatMap(explanationsOf),
    ...keys.flatMap(({ salt, explanation }) => [{ name: `salt ${salt}`, print: salt }, secretOf(explanation)]),
  ]
  return [...new Map(all.map((secret) => [secret.print, secret])).values()]
}

export function modules(): string[] {
  return readdirSync('content/modules')
}

/** What betrays that a text of the content was built in: stems too. */
export function questionTexts(): Secret[] {
  return modules().flatMap((module) => [
    ...explanationsOf(module),
    ...questionsOf(module).map(({ stem }) => secretOf(stem)),
  ])
}

/** The names of the secrets that a body gives away. */
export function found(body: string, secrets: readonly Secret[]): string[] {
  const text = readable(body)
  return secrets.filter(({ print }) => text.includes(print)).map(({ name }) => name)
}

/** Asks for pages as a browser does, whole and as data. @returns the secrets in them, each with its address */
export async function leaksOf(caller: Caller, paths: readonly string[], secrets: readonly Secret[]) {
  const leaks: string[] = []
  for (const path of paths) {
    for (const address of [path, dataPath(path)]) {
      const answer = await get(caller, address)
      expect(answer.status, address).toBe(200)
      leaks.push(...leaksIn(address, answer, secrets))
    }
  }
  return leaks
}

export function leaksIn(address: string, { body }: Answer, secrets: readonly Secret[]): string[] {
  return found(body, secrets).map((name) => `${address}: ${name}`)
}

/** Where React Router asks for the data of a page. */
export function dataPath(path: string): string {
  return path.replace(/^([^?]*)/, (route) => (route === '/' ? '/_.data' : `${route}.data`))
}

function questionsOf(module: string): WrittenQuestion[] {
  return parse(readFileSync(join('content/modules', module, 'questions.yaml'), 'utf8'))
}

/** The longest piece of a text that neither HTML nor JSON nor emphasis writes in another way. */
function secretOf(text: string): Secret {
  const pieces = text.split(/[*_`"'&<>\\\n]+/).map((piece) => piece.trim())
  const print = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
  expect(print.length, text).toBeGreaterThan(20)
  return { name: `«${text.slice(0, 60)}…»`, print }
}

/** React writes a comment between two pieces of one text. */
function readable(body: string): string {
  return body.replaceAll('<!-- -->', '').replaceAll('\u00ad', '')
}
