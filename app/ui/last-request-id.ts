let last: string | undefined

export function lastRequestId(): string | undefined {
  return last
}

/** Wraps `fetch` so that the id of the last data request that failed can be shown on the error page. */
export function rememberRequestIds(scope: { fetch: typeof fetch }): void {
  const original = scope.fetch
  scope.fetch = async (input, init) => {
    const response = await original.call(globalThis, input, init)
    const url = new URL(response.url || location.href)
    if (url.origin === location.origin && url.pathname.endsWith('.data')) {
      last = response.status >= 500 ? (response.headers.get('x-request-id') ?? undefined) : undefined
    }
    return response
  }
}
