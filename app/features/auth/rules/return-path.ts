/**
 * Where to go after signing in: a path on this site, or the home page for anything else.
 * Refuses other origins in all the spellings browsers read as one (`//host`, `/\host`, control characters).
 */
export function safeReturnPath(wanted: string | null): string {
  if (!wanted?.startsWith('/') || /[\p{Cc}\\]/u.test(wanted)) return '/'
  const base = 'http://rotta.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  if (!url || url.origin !== base || url.pathname.startsWith('//') || url.pathname === '/esci') return '/'
  return url.pathname + url.search
}
