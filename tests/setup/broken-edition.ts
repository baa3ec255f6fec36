import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { checkContent } from '~/features/curriculum/check-content.server'
import { describeProblem } from '~/platform/content/unusable-content'
import { makeEdition } from './editions'

/** A small edition for each test of a file, to be broken in one place and read again. */
export function brokenEdition() {
  let edition: ReturnType<typeof makeEdition>
  beforeEach(() => {
    edition = makeEdition()
  })
  afterEach(() => edition.remove())

  const pathOf = (name: string) => join(edition.folder, name)

  /** Replaces the first `from` of a file, and returns the line it stands on. */
  function changeFile(name: string, from: string, to: string): number {
    const text = readFileSync(pathOf(name), 'utf8')
    const at = text.indexOf(from)
    expect(at, `«${from}» in ${name}`).toBeGreaterThan(-1)
    writeFileSync(pathOf(name), text.slice(0, at) + to + text.slice(at + from.length))
    return text.slice(0, at).split('\n').length
  }

  return {
    folder: () => edition.folder,
    pathOf,
    changeFile,
    /** As `changeFile`, in the small module. */
    change: (name: string, from: string, to: string) => changeFile(`modules/primo-colloquio/${name}`, from, to),
    /** What is wrong, without the folder, nor that of the small module. */
    problems(): string[] {
      const check = checkContent(edition.folder)
      const lines = check.ok ? [] : check.problems.map(describeProblem)
      return lines.map((line) =>
        line.replace(`${edition.folder}/modules/primo-colloquio/`, '').replace(`${edition.folder}/`, ''),
      )
    },
  }
}
