/**
 * What a page says after something was done, by the `fatto` that the redirect left in the address; null for a word
 * that is none of the page's.
 */
export function doneMessage(messages: Readonly<Record<string, string>>, query: URLSearchParams): string | null {
  const done = query.get('fatto') ?? ''
  // `constructor` and the like stand in every object, and are no messages.
  return Object.hasOwn(messages, done) ? (messages[done] ?? null) : null
}
