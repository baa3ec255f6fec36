/** Where two texts or values part. `path` is empty when no value could be named. */
export type FirstDifference = { path: string; expected: string; found: string }

const shown = 60

/**
 * The first place where a value differs from the expected one, keys in canonical order.
 * @returns undefined when both are equal as JSON
 */
export function firstDifference(expected: unknown, found: unknown, path = ''): FirstDifference | undefined {
  if (Array.isArray(expected) && Array.isArray(found)) {
    for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
      const inner = firstDifference(expected[index], found[index], `${path}[${index}]`)
      if (inner) return inner
    }
    return undefined
  }
  if (isRecord(expected) && isRecord(found)) {
    for (const key of [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()) {
      const inner = firstDifference(expected[key], found[key], path === '' ? key : `${path}.${key}`)
      if (inner) return inner
    }
    return undefined
  }
  if (expected === found) return undefined
  if (typeof expected === 'string' && typeof found === 'string') {
    const at = firstDifferentIndex(expected, found)
    const from = Math.max(0, at - 20)
    return { path, expected: `…${expected.slice(from, from + shown)}`, found: `…${found.slice(from, from + shown)}` }
  }
  return { path, expected: inShort(expected), found: inShort(found) }
}

/** The index of the first unit at which two sequences differ; the length of the shorter when one begins the other. */
export function firstDifferentIndex(one: ArrayLike<unknown>, other: ArrayLike<unknown>): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return index
  return length
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inShort(value: unknown) {
  if (value === undefined) return '(manca)'
  const text = JSON.stringify(value)
  return text.length > shown ? `${text.slice(0, shown)}…` : text
}
