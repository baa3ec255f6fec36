import { environment } from '~/platform/environment.server'
import type { PageHandle } from '~/ui/frame/page-handle'
import { RunningText } from '../components/running-text'
import { legalPage } from '../legal-page.server'
import type { Route } from './+types/accessibility-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = () => [{ title: 'Accessibilità – Rotta' }]

export function loader() {
  return { ...legalPage('accessibilita'), official: environment.ACCESSIBILITY_STATEMENT_URL ?? null }
}

export default function AccessibilityPage({ loaderData: { official, ...page } }: Route.ComponentProps) {
  return (
    <RunningText {...page}>
      {official ? (
        <p className="mt-4">
          <a href={official}>Apri la dichiarazione ufficiale di accessibilità</a>
        </p>
      ) : null}
    </RunningText>
  )
}
