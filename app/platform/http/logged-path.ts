/** A path as the log may hold it: without query, and without the token of a one-time link. */
export function loggedPath(pathname: string): string {
  return pathname.replace(/^\/imposta-password\/.*/i, '/imposta-password/…')
}
