import { environment } from './environment.server'

/** True where pages for developers may be seen: never in production. */
export function developerPages(): boolean {
  return environment.NODE_ENV !== 'production'
}
