import { partAnchor } from './rules/plan-parts'

/** Where a part of a submitted version is read: the page of its module's text, or that of the plan. */
export function textLink(versionId: string, part: string): string {
  const page = `/cabina/piani/${versionId}/testo`
  const [module] = part.split('/')
  if (!module || module === 'piano') return part ? `${page}#${partAnchor(part)}` : page
  return `${page}?modulo=${encodeURIComponent(module)}#${partAnchor(part)}`
}
