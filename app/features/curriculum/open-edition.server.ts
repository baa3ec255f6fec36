import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { canonicalJson } from '~/lib/canonical-json'
import { environment } from '~/platform/environment.server'
import type { KeyedQuestion } from './rules/module-content'

/** Where the edition that everybody can read lies, keys included: the repository's own. */
const openEdition = 'content'

let published: ReadonlySet<string> | undefined

/**
 * How many of these questions anybody can read with their key, because they stand in the open edition.
 * An installation that loads its own content learns here how much of it is copied from there.
 */
export function countPublicQuestions(questions: readonly KeyedQuestion[]): number {
  if (resolve(environment.CONTENT_DIR) === resolve(openEdition)) return questions.length
  published ??= new Set(readOpenQuestions(openEdition).map(fingerprint))
  const known = published
  return questions.filter((question) => known.has(fingerprintOf(question))).length
}

type WrittenQuestion = { stem: string; options: { id: string; text: string }[]; key: string }

/** Every question of the modules in a folder of content, as written; none when there is no such folder. */
function readOpenQuestions(folder: string): WrittenQuestion[] {
  const modules = join(folder, 'modules')
  if (!existsSync(modules)) return []
  return readdirSync(modules)
    .map((slug) => join(modules, slug, 'questions.yaml'))
    .filter((file) => existsSync(file))
    .flatMap((file) => parse(readFileSync(file, 'utf8')) as WrittenQuestion[])
}

function fingerprintOf({ stem, options, key }: KeyedQuestion) {
  return fingerprint({ stem, options, key: key.option })
}

/** What makes a question the same one for whoever has read it: its words and its right answer, in any order. */
function fingerprint({ stem, options, key }: WrittenQuestion) {
  const texts = options.map(({ text }) => text.trim()).sort()
  return canonicalJson([stem.trim(), texts, options.find(({ id }) => id === key)?.text.trim() ?? ''])
}
