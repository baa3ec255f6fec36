import { content } from '~/features/curriculum/content.server'
import type { PageName } from '~/features/curriculum/read-content.server'

/** What a page of running text shows. */
export function legalPage(name: PageName) {
  const { title, lead, html } = content().pages[name]
  return { title, lead, html }
}
