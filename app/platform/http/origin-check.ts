type Headers = { origin?: string; secFetchSite?: string; host?: string }

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * True for a request that would change something and was sent by another site's page
 * (product contract, "Rules"). Both headers absent = not a browser's page: let through.
 *
 * @param publicOrigin the installation's own origin, when it is configured; else the Host header tells
 */
export function isForeignMutation(method: string, headers: Headers, publicOrigin: string | undefined): boolean {
  if (safeMethods.has(method.toUpperCase())) return false
  if (headers.secFetchSite === 'cross-site') return true
  if (headers.origin === undefined) return false
  if (!URL.canParse(headers.origin)) return true
  const origin = new URL(headers.origin)
  return publicOrigin ? origin.origin !== publicOrigin : origin.host !== headers.host
}
