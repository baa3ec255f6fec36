/** Who knocks. A `bergamo` admin holds the role for the province of Bergamo alone. */
export const visitors = [
  'nobody',
  'navigator',
  'operatore',
  'formatore',
  'responsabile',
  'gestore',
  'direttore',
  'vicario',
  'anpal',
  'admin',
  'bergamo',
] as const
export type Visitor = (typeof visitors)[number]

type Statuses = Record<Visitor, number>

/** What each visitor gets from a route, by GET and, where it has an action, by an empty POST. */
export type Expectation =
  /** No address of its own: it only wraps other routes, which are asked. */
  { wraps: true } | { path: string; get: Statuses; post?: Statuses }

const everyone = (status: number) => Object.fromEntries(visitors.map((visitor) => [visitor, status])) as Statuses

/** Signed-in people alone: GET sends nobody to the sign-in page, POST refuses with 401. */
const signedIn = (method: 'get' | 'post', status: number): Statuses => ({
  ...everyone(status),
  nobody: method === 'get' ? 303 : 401,
})

/** Admins alone; `elsewhere` is what the admin of another province gets. */
const admins = (method: 'get' | 'post', status: number, elsewhere: number): Statuses => ({
  ...signedIn(method, 403),
  admin: status,
  bergamo: elsewhere,
})

/**
 * The doors of the house, by route id. `:navigator` stands for the id of a person who works in Como.
 * A route that is not here fails the test: whoever adds one says who may enter.
 */
export const expectations: Record<string, Expectation> = {
  root: { wraps: true },
  'features/home/pages/home-page': { path: '/', get: everyone(200) },
  'features/home/pages/not-found': { path: '/non-esiste', get: everyone(404), post: everyone(404) },

  'features/auth/pages/sign-in-page': {
    path: '/accedi',
    get: { ...everyone(303), nobody: 200 },
    post: { ...everyone(303), nobody: 422 },
  },
  'features/auth/pages/sign-out': { path: '/esci', get: everyone(404), post: signedIn('post', 303) },
  'features/auth/pages/password-link-page': {
    path: '/imposta-password/inventato',
    get: everyone(404),
    post: everyone(422),
  },
  'features/auth/pages/own-account-page': {
    path: '/profilo',
    get: signedIn('get', 200),
    post: signedIn('post', 422),
  },

  'features/phase-guide/pages/guide-page': { path: '/guida', get: everyone(200) },
  'features/phase-guide/pages/phase-page': { path: '/guida/fasi/5', get: everyone(200) },
  'features/phase-guide/pages/activity-page': { path: '/guida/attivita/F5.3', get: everyone(200) },
  'features/phase-guide/pages/further-activities-page': { path: '/guida/ulteriori-attivita', get: everyone(200) },
  'features/phase-guide/pages/glossary-page': { path: '/glossario', get: everyone(200) },
  'features/phase-guide/pages/sources-page': { path: '/fonti', get: everyone(200) },
  'features/phase-guide/pages/search-page': { path: '/cerca?q=did', get: everyone(200) },
  'features/legal/pages/history-page': { path: '/storia', get: everyone(200) },
  'features/legal/pages/privacy-page': { path: '/privacy', get: everyone(200) },
  'features/legal/pages/legal-notes-page': { path: '/note-legali', get: everyone(200) },
  'features/legal/pages/accessibility-page': { path: '/accessibilita', get: everyone(200) },

  'features/administration/pages/administration-layout': { wraps: true },
  'features/administration/pages/overview-page': { path: '/amministrazione', get: admins('get', 200, 200) },
  'features/administration/pages/people-page': {
    path: '/amministrazione/persone',
    get: admins('get', 200, 200),
    post: admins('post', 200, 200),
  },
  'features/administration/pages/new-person-page': {
    path: '/amministrazione/persone/nuova',
    get: admins('get', 200, 200),
    post: admins('post', 422, 422),
  },
  'features/administration/pages/export-people': {
    path: '/amministrazione/persone/esporta',
    get: admins('get', 405, 405),
    post: admins('post', 200, 200),
  },
  'features/administration/pages/person-page': {
    path: '/amministrazione/persone/:navigator',
    get: admins('get', 200, 404),
    post: admins('post', 422, 404),
  },
  'features/administration/pages/import-page': {
    path: '/amministrazione/importa',
    get: admins('get', 200, 403),
    post: admins('post', 422, 403),
  },
  'features/administration/pages/territory-page': { path: '/amministrazione/territorio', get: admins('get', 200, 200) },
  'features/administration/pages/audit-page': {
    path: '/amministrazione/registro',
    get: admins('get', 200, 403),
    post: admins('post', 200, 403),
  },
  'features/administration/pages/export-audit': {
    path: '/amministrazione/registro/esporta',
    get: admins('get', 405, 403),
    post: admins('post', 200, 403),
  },

  // For developers: in production it is not there for anybody.
  'features/developer/pages/components-page': { path: '/componenti', get: everyone(404) },
}
