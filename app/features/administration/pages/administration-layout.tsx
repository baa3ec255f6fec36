import { NavLink, Outlet } from 'react-router'
import { authorise } from '~/features/auth/authorise.server'
import { resolvePermission } from '~/features/auth/rules/resolve-permission'
import type { Route } from './+types/administration-layout'

/** Nobody without a role that administers gets past here, whatever the page below asks for itself. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    authorise('people.read', request, context)
  },
]

/** Without a loader, client navigations would not pass the middleware. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { grants, today } = authorise('people.read', request, context)
  const may = (action: 'people.import' | 'audit.read') =>
    resolvePermission(grants, action, undefined, today) === 'allowed'
  return {
    links: [
      { to: '/amministrazione', label: 'Quadro' },
      { to: '/amministrazione/persone', label: 'Persone' },
      ...(may('people.import') ? [{ to: '/amministrazione/importa', label: 'Importa' }] : []),
      { to: '/amministrazione/territorio', label: 'Territorio' },
      ...(may('audit.read') ? [{ to: '/amministrazione/registro', label: 'Registro' }] : []),
    ],
  }
}

export default function AdministrationLayout({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <nav className="r-subnav r-noprint" aria-label="Amministrazione">
        <ul>
          {loaderData.links.map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/amministrazione'}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  )
}
