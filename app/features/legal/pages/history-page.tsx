import type { PageHandle } from '~/ui/frame/page-handle'
import { RunningText } from '../components/running-text'
import { legalPage } from '../legal-page.server'
import type { Route } from './+types/history-page'

export const handle: PageHandle = { sharedWhenAnonymous: true }
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.title ?? 'Rotta'} – Rotta` }]

export function loader() {
  return legalPage('storia')
}

export default function HistoryPage({ loaderData }: Route.ComponentProps) {
  return <RunningText {...loaderData} />
}
