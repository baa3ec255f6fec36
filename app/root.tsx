import { type ReactNode, useContext } from 'react'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import { frameData } from '~/features/auth/frame-data.server'
import { identify } from '~/features/auth/identify.server'
import { refuseAtTheDoor } from '~/platform/http/request-context.server'
import type { PageHandle } from '~/ui/frame/page-handle'
import { NonceContext } from '~/ui/nonce'
import { styleLinks } from '~/ui/styles/style-links'
import type { Route } from './+types/root'
import { errorTitle, SiteError } from './site-error'
import { SiteFrame } from './site-frame'

export const middleware: Route.MiddlewareFunction[] = [refuseAtTheDoor, identify]

export const links: Route.LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  ...styleLinks,
]

export const meta: Route.MetaFunction = ({ error }) => [{ title: error ? errorTitle(error) : 'Rotta' }]

export function loader({ context }: Route.LoaderArgs) {
  return frameData(context)
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  return (
    <html lang="it">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {/* Links need no nonce; the empty one keeps the router from adding its own, which a browser hides from React. */}
        <Links nonce="" />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const data = useRouteLoaderData<typeof loader>('root')
  const fullWidth = useMatches().some((match) => (match.handle as PageHandle | undefined)?.frame === 'door')
  return (
    <SiteFrame data={data} fullWidth={fullWidth}>
      <Outlet />
    </SiteFrame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <SiteFrame data={data}>
      <SiteError error={error} contactEmail={data?.contactEmail} />
    </SiteFrame>
  )
}
