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

type Named = Exclude<Visitor, 'nobody'>

/** These people alone; whoever else signed in gets 403. */
const alone = (method: 'get' | 'post', status: number, ...names: Named[]): Statuses => ({
  ...signedIn(method, 403),
  ...(Object.fromEntries(names.map((name) => [name, status])) as Partial<Statuses>),
})

const learners: Named[] = ['navigator', 'operatore']
const seats: Named[] = ['direttore', 'vicario', 'anpal']
/** Who reads modules and lessons. */
const readers: Named[] = [...learners, 'formatore', 'responsabile', 'gestore', ...seats]
/** Who reads what is before the Cabina. */
const reviewers: Named[] = ['gestore', ...seats]

/**
 * The doors of the house, by route id. The names that begin with a colon stand for ids of the demo (demo-paths.ts).
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

  'features/dossier/pages/dossier-page': { path: '/dossier', get: signedIn('get', 200) },
  'features/dossier/pages/download-dossier': {
    path: '/dossier/scarica',
    get: signedIn('get', 405),
    post: signedIn('post', 200),
  },
  'features/progress/pages/trainer-home-page': { path: '/formazione', get: alone('get', 200, 'formatore') },
  'features/progress/pages/centre-page': { path: '/centro', get: alone('get', 200, 'responsabile') },
  'features/progress/pages/centre-person-page': {
    path: '/centro/persone/:enrolment',
    get: alone('get', 200, 'responsabile'),
  },

  'features/phase-guide/pages/guide-page': { path: '/guida', get: everyone(200) },
  'features/phase-guide/pages/phase-page': { path: '/guida/fasi/5', get: everyone(200) },
  'features/phase-guide/pages/activity-page': { path: '/guida/attivita/F5.3', get: everyone(200) },
  'features/phase-guide/pages/further-activities-page': { path: '/guida/ulteriori-attivita', get: everyone(200) },
  'features/phase-guide/pages/glossary-page': { path: '/glossario', get: everyone(200) },
  'features/phase-guide/pages/sources-page': { path: '/fonti', get: everyone(200) },
  'features/phase-guide/pages/search-page': { path: '/cerca?q=did', get: everyone(200) },
  'features/help/pages/guides-page': { path: '/come-usare-rotta', get: everyone(200) },
  'features/help/pages/guide-page': { path: '/come-usare-rotta/chi-impara', get: everyone(200) },
  'features/legal/pages/history-page': { path: '/storia', get: everyone(200) },
  'features/legal/pages/privacy-page': { path: '/privacy', get: everyone(200) },
  'features/legal/pages/legal-notes-page': { path: '/note-legali', get: everyone(200) },
  'features/legal/pages/accessibility-page': { path: '/accessibilita', get: everyone(200) },

  'features/learning/pages/plan-page': { path: '/piano', get: alone('get', 200, ...learners) },
  'features/learning/pages/module-page': {
    path: '/moduli/primo-appuntamento',
    get: alone('get', 200, ...readers),
  },
  'features/learning/pages/job-aid-page': {
    path: '/moduli/primo-appuntamento/scheda',
    get: alone('get', 200, ...readers),
  },
  'features/learning/pages/lesson-page': {
    path: '/moduli/primo-appuntamento/lezioni/presa-in-carico',
    get: alone('get', 200, ...readers),
    post: alone('post', 303, ...learners),
  },
  'features/assessments/pages/assessment-page': {
    path: '/moduli/primo-appuntamento/test',
    get: alone('get', 200, ...learners),
    post: alone('post', 409, ...learners),
  },
  'features/assessments/pages/attempt-page': {
    path: '/tentativi/inventato',
    get: alone('get', 404, ...learners),
    post: alone('post', 404, ...learners),
  },
  'features/assessments/pages/save-choice': {
    path: '/tentativi/inventato/risposta',
    get: alone('get', 405, ...learners),
    post: alone('post', 404, ...learners),
  },
  'features/assessments/pages/review-page': {
    path: '/tentativi/inventato/riepilogo',
    get: alone('get', 404, ...learners),
    post: alone('post', 404, ...learners),
  },
  'features/assessments/pages/result-page': {
    path: '/tentativi/inventato/esito',
    get: alone('get', 404, ...learners),
  },
  'features/assessments/pages/unlocks-page': { path: '/sblocchi', get: alone('get', 200, 'formatore') },
  'features/assessments/pages/unlock-page': {
    path: '/sblocchi/:enrolment/primo-appuntamento',
    get: alone('get', 200, 'formatore'),
    post: alone('post', 422, 'formatore'),
  },
  'features/practice/pages/practice-page': {
    path: '/pratica',
    get: alone('get', 200, ...learners),
    post: alone('post', 422, ...learners),
  },
  'features/practice/pages/validation-page': {
    path: '/pratica/convalida',
    get: alone('get', 200, 'formatore'),
    post: alone('post', 422, 'formatore'),
  },
  'features/classroom/pages/registers-page': {
    path: '/aula',
    get: alone('get', 200, ...learners, 'formatore', 'gestore'),
    post: alone('post', 303, 'formatore'),
  },
  'features/classroom/pages/draft-page': {
    path: '/aula/bozze/inventata',
    get: alone('get', 404, 'formatore'),
    post: alone('post', 404, 'formatore'),
  },
  'features/classroom/pages/save-draft': {
    path: '/aula/bozze/inventata/salva',
    get: alone('get', 405, 'formatore'),
    post: alone('post', 422, 'formatore'),
  },
  'features/classroom/pages/draft-sheet-page': {
    path: '/aula/bozze/inventata/foglio',
    get: alone('get', 404, 'formatore'),
  },
  'features/classroom/pages/register-page': {
    path: '/aula/inventato',
    get: alone('get', 404, 'formatore', 'gestore'),
    post: alone('post', 404, 'formatore'),
  },
  'features/classroom/pages/register-sheet-page': {
    path: '/aula/inventato/foglio',
    get: alone('get', 404, 'formatore', 'gestore'),
  },

  'features/observations/pages/self-assessment-page': {
    path: '/moduli/primo-appuntamento/autovalutazione',
    get: alone('get', 200, ...learners),
    post: alone('post', 422, ...learners),
  },
  'features/observations/pages/observations-page': {
    path: '/osservazioni',
    get: alone('get', 200, ...learners, 'formatore', 'responsabile'),
  },
  'features/observations/pages/new-observation-page': {
    path: '/osservazioni/nuova?iscrizione=:enrolment&modulo=primo-appuntamento',
    get: alone('get', 200, 'formatore'),
    post: alone('post', 422, 'formatore'),
  },
  'features/observations/pages/draft-page': {
    path: '/osservazioni/inventata/compila',
    get: alone('get', 404, 'formatore'),
    post: alone('post', 404, 'formatore'),
  },
  'features/observations/pages/save-draft-change': {
    path: '/osservazioni/inventata/salva',
    get: alone('get', 405, 'formatore'),
    post: alone('post', 404, 'formatore'),
  },
  'features/observations/pages/sign-page': {
    path: '/osservazioni/inventata/firma',
    get: alone('get', 404, 'formatore'),
    post: alone('post', 404, 'formatore'),
  },
  'features/observations/pages/correct-page': {
    path: '/osservazioni/inventata/correggi',
    get: alone('get', 404, 'formatore'),
    post: alone('post', 404, 'formatore'),
  },
  'features/observations/pages/observation-page': {
    path: '/osservazioni/inventata',
    get: alone('get', 404, ...learners, 'formatore', 'responsabile'),
    post: alone('post', 404, ...learners, 'formatore', 'responsabile'),
  },
  'features/observations/pages/reviews-page': { path: '/osservazioni/riesami', get: alone('get', 200, 'formatore') },

  'features/training-plan/pages/management-layout': { wraps: true },
  'features/training-plan/pages/versions-page': {
    path: '/gestione',
    get: alone('get', 200, 'gestore'),
    post: alone('post', 422, 'gestore'),
  },
  'features/training-plan/pages/plan-version-page': {
    path: '/gestione/piani/:under-review',
    get: alone('get', 200, 'gestore'),
    post: alone('post', 422, 'gestore'),
  },
  'features/training-plan/pages/sizing-page': {
    path: '/gestione/piani/:under-review/dimensionamento',
    get: alone('get', 200, 'gestore'),
    post: alone('post', 422, 'gestore'),
  },
  'features/training-plan/pages/composed-module-page': {
    path: '/gestione/piani/:under-review/moduli/primo-appuntamento',
    get: alone('get', 200, 'gestore'),
    post: alone('post', 422, 'gestore'),
  },
  'features/training-plan/pages/preview-page': {
    path: '/gestione/piani/:under-review/moduli/primo-appuntamento/anteprima',
    get: alone('get', 200, 'gestore'),
  },
  'features/enrolment/pages/enrolments-page': {
    path: '/gestione/iscrizioni',
    get: alone('get', 200, 'gestore'),
    post: alone('post', 422, 'gestore'),
  },
  'features/enrolment/pages/enrol-group-page': {
    path: '/gestione/iscrizioni/gruppo',
    get: alone('get', 200, 'gestore'),
    post: alone('post', 422, 'gestore'),
  },
  'features/evidence/pages/enrolment-page': {
    path: '/gestione/iscrizioni/:enrolment',
    get: alone('get', 200, 'gestore'),
    post: alone('post', 422, 'gestore'),
  },

  'features/reports/pages/dashboard-page': { path: '/cabina', get: alone('get', 200, ...reviewers) },
  'features/reports/pages/named-people-page': { path: '/cabina/persone', get: alone('get', 200, ...reviewers) },
  'features/reports/pages/person-record-page': {
    path: '/cabina/persone/:enrolment',
    get: alone('get', 200, ...reviewers),
  },
  'features/reports/pages/export-progress': {
    path: '/cabina/esporta',
    get: alone('get', 405, ...reviewers),
    post: alone('post', 422, ...reviewers),
  },
  'features/training-plan/pages/committee-page': { path: '/cabina/piani', get: alone('get', 200, ...reviewers) },
  'features/training-plan/pages/version-review-page': {
    path: '/cabina/piani/:under-review',
    get: alone('get', 200, ...reviewers),
    post: alone('post', 422, ...reviewers),
  },
  'features/training-plan/pages/version-difference-page': {
    path: '/cabina/piani/:under-review/differenze',
    get: alone('get', 200, ...reviewers),
  },
  'features/training-plan/pages/version-text-page': {
    path: '/cabina/piani/:under-review/testo',
    get: alone('get', 200, ...reviewers),
  },
  'features/training-plan/pages/minutes-page': {
    path: '/cabina/piani/:in-force/verbale',
    get: alone('get', 200, ...reviewers),
  },
  'features/training-plan/pages/plan-document': {
    path: '/cabina/piani/:under-review/documento',
    get: alone('get', 200, ...reviewers),
  },

  'features/edition/pages/reviewed-edition': {
    path: '/cabina/piani/:under-review/edizione',
    get: alone('get', 200, ...reviewers),
  },
  'features/edition/pages/composed-edition': {
    path: '/gestione/piani/:under-review/edizione',
    get: alone('get', 200, 'gestore'),
  },

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
