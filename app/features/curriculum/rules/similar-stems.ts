import type { FileFinding, Path } from '~/lib/finding'

/** A question's stem, as the set of its words' stems. */
export type StemWords = { file: string; path: Path; name: string; words: ReadonlySet<string> }

/** From this share of common words on, two questions ask nearly the same. */
const nearlyAlike = 0.8

/**
 * Questions that ask nearly the same as one before them, over all the modules: of all the words of the two, at least
 * 80 % stand in both (Jaccard). The later one is named.
 */
export function findSimilarStems(stems: readonly StemWords[]): FileFinding[] {
  // Only stems of nearly the same length can be alike, so each is compared with those that follow by length.
  const byLength = stems.map((stem, place) => ({ ...stem, place })).sort((a, b) => a.words.size - b.words.size)
  return byLength.flatMap((one, index) => {
    const findings: FileFinding[] = []
    for (let next = index + 1; next < byLength.length; next += 1) {
      const other = byLength[next]
      if (!other || one.words.size < other.words.size * nearlyAlike) break
      if (jaccard(one.words, other.words) < nearlyAlike) continue
      const [first, second] = one.place < other.place ? [one, other] : [other, one]
      findings.push({ file: second.file, path: second.path, reason: `chiede quasi lo stesso di ${first.name}` })
    }
    return findings
  })
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>) {
  let common = 0
  for (const word of one) if (other.has(word)) common += 1
  return common / (one.size + other.size - common)
}
