import { environment } from '~/platform/environment.server'
import type { PageHandle } from '~/ui/frame/page-handle'
import { RunningText } from '../components/running-text'
import { legalPage } from '../legal-page.server'
import type { Route } from './+types/privacy-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = () => [{ title: 'Privacy – Rotta' }]

export function loader() {
  return { ...legalPage('privacy'), officer: environment.DPO_EMAIL ?? null }
}

export default function PrivacyPage({ loaderData: { officer, ...page } }: Route.ComponentProps) {
  return (
    <RunningText {...page}>
      {officer ? (
        <p className="mt-4">
          Responsabile della protezione dei dati: <a href={`mailto:${officer}`}>{officer}</a>
        </p>
      ) : null}
    </RunningText>
  )
}
