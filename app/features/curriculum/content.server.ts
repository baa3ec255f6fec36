import { environment } from '~/platform/environment.server'
import { type Content, readContent } from './read-content.server'

let loaded: Content | undefined

/**
 * The content of this installation, read and checked at the first call; it does not change while it runs.
 * @throws UnusableContent
 */
export function content(): Content {
  loaded ??= readContent(environment.CONTENT_DIR)
  return loaded
}
