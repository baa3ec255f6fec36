import { coverageRowId } from './rules/coverage-view'
import type { FindingPlace } from './rules/missing-finding'

/** Where the manager puts a finding right, from the page of the version. */
export function findingLink(versionId: string, where: FindingPlace): string | undefined {
  if (where.kind === 'plan') return '#moduli'
  if (where.kind === 'coverage') return `#${coverageRowId(where.id)}`
  const page = `/gestione/piani/${versionId}`
  return where.kind === 'module' ? `${page}/moduli/${where.slug}` : `${page}/dimensionamento`
}
