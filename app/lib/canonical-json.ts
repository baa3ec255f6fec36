import canonicalize from 'canonicalize'

/**
 * A value as canonical JSON (RFC 8785): the same value always gives the same bytes, whatever the order of its keys.
 * Keys whose value is undefined are left out.
 * @throws when the value is no JSON
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return text
}
