export type RouteState = 'done' | 'now' | 'off' | 'stop' | 'full'

/** What a stop says to those who do not see its shape, unless the caller says it better. */
export const routeStateText: Record<RouteState | 'todo', string> = {
  done: 'completato',
  now: 'in corso',
  off: 'non previsto',
  stop: 'fermo',
  full: '',
  todo: 'da fare',
}
