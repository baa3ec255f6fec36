import { Link, Outlet, useLocation } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { resolvePermission } from '~/features/auth/rules/resolve-permission'
import { withCurrent } from '~/ui/frame/current-item'
import type { Route } from './+types/management-layout'

/** Nobody without the role that manages the plan gets past here, wherever they hold it; each page asks for more. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    authorise('enrolment.write', request, context)
  },
]

/** Without a loader, client navigations would not pass the middleware. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { grants, today } = authorise('enrolment.write', request, context)
  const composes = resolvePermission(grants, 'plan.write', undefined, today) === 'allowed'
  return {
    links: [
      ...(composes ? [{ to: '/gestione', label: 'Versioni' }] : []),
      { to: '/gestione/iscrizioni', label: 'Iscrizioni' },
    ],
  }
}

export default function ManagementLayout({ loaderData }: Route.ComponentProps) {
  const { pathname } = useLocation()
  return (
    <>
      <nav className="r-subnav r-noprint" aria-label="Gestione">
        <ul>
          {withCurrent(loaderData.links, pathname).map(({ to, label, current }) => (
            <li key={to}>
              <Link to={to} aria-current={current ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  )
}
