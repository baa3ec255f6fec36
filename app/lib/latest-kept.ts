/**
 * A memory of what is worked out once for each key, and never changes: at most so many, what was asked for longest ago
 * goes first. What failed is worked out again.
 */
export function latestKept<T>(most: number): (key: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key, work) => {
    const kept = known.get(key)
    const result = kept ?? work()
    known.delete(key)
    known.set(key, result)
    if (!kept) result.catch(() => known.get(key) === result && known.delete(key))
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return result
  }
}
