import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes'

/** The site map: the only place where addresses are declared. */
export default [
  index('features/home/pages/home-page.tsx'),

  route('accedi', 'features/auth/pages/sign-in-page.tsx'),
  route('esci', 'features/auth/pages/sign-out.ts'),
  route('imposta-password/:token', 'features/auth/pages/password-link-page.tsx'),
  route('profilo', 'features/auth/pages/own-account-page.tsx'),
  route('dossier', 'features/dossier/pages/dossier-page.tsx'),
  route('dossier/scarica', 'features/dossier/pages/download-dossier.ts'),

  ...prefix('guida', [
    index('features/phase-guide/pages/guide-page.tsx'),
    route('fasi/:number', 'features/phase-guide/pages/phase-page.tsx'),
    route('attivita/:id', 'features/phase-guide/pages/activity-page.tsx'),
    route('ulteriori-attivita', 'features/phase-guide/pages/further-activities-page.tsx'),
  ]),
  route('glossario', 'features/phase-guide/pages/glossary-page.tsx'),
  route('fonti', 'features/phase-guide/pages/sources-page.tsx'),
  route('cerca', 'features/phase-guide/pages/search-page.tsx'),
  ...prefix('come-usare-rotta', [
    index('features/help/pages/guides-page.tsx'),
    route(':chi', 'features/help/pages/guide-page.tsx'),
  ]),
  route('storia', 'features/legal/pages/history-page.tsx'),
  route('privacy', 'features/legal/pages/privacy-page.tsx'),
  route('note-legali', 'features/legal/pages/legal-notes-page.tsx'),
  route('accessibilita', 'features/legal/pages/accessibility-page.tsx'),

  route('piano', 'features/learning/pages/plan-page.tsx'),
  route('moduli/:module', 'features/learning/pages/module-page.tsx'),
  route('moduli/:module/scheda', 'features/learning/pages/job-aid-page.tsx'),
  route('moduli/:module/lezioni/:lesson', 'features/learning/pages/lesson-page.tsx'),
  route('moduli/:module/autovalutazione', 'features/observations/pages/self-assessment-page.tsx'),
  route('moduli/:module/test', 'features/assessments/pages/assessment-page.tsx'),
  ...prefix('tentativi/:id', [
    index('features/assessments/pages/attempt-page.tsx'),
    route('risposta', 'features/assessments/pages/save-choice.ts'),
    route('riepilogo', 'features/assessments/pages/review-page.tsx'),
    route('esito', 'features/assessments/pages/result-page.tsx'),
  ]),
  ...prefix('sblocchi', [
    index('features/assessments/pages/unlocks-page.tsx'),
    route(':enrolment/:module', 'features/assessments/pages/unlock-page.tsx'),
  ]),

  ...prefix('osservazioni', [
    index('features/observations/pages/observations-page.tsx'),
    route('nuova', 'features/observations/pages/new-observation-page.tsx'),
    route('riesami', 'features/observations/pages/reviews-page.tsx'),
    route(':id', 'features/observations/pages/observation-page.tsx'),
    route(':id/compila', 'features/observations/pages/draft-page.tsx'),
    route(':id/salva', 'features/observations/pages/save-draft-change.ts'),
    route(':id/firma', 'features/observations/pages/sign-page.tsx'),
    route(':id/correggi', 'features/observations/pages/correct-page.tsx'),
  ]),

  route('formazione', 'features/progress/pages/trainer-home-page.tsx'),
  ...prefix('centro', [
    index('features/progress/pages/centre-page.tsx'),
    route('persone/:enrolment', 'features/progress/pages/centre-person-page.tsx'),
  ]),

  ...prefix('pratica', [
    index('features/practice/pages/practice-page.tsx'),
    route('convalida', 'features/practice/pages/validation-page.tsx'),
  ]),

  ...prefix('aula', [
    index('features/classroom/pages/registers-page.tsx'),
    route('bozze/:id', 'features/classroom/pages/draft-page.tsx'),
    route('bozze/:id/salva', 'features/classroom/pages/save-draft.ts'),
    route('bozze/:id/foglio', 'features/classroom/pages/draft-sheet-page.tsx'),
    route(':id', 'features/classroom/pages/register-page.tsx'),
    route(':id/foglio', 'features/classroom/pages/register-sheet-page.tsx'),
  ]),

  ...prefix('cabina', [
    index('features/reports/pages/dashboard-page.tsx'),
    ...prefix('persone', [
      index('features/reports/pages/named-people-page.tsx'),
      route(':enrolment', 'features/reports/pages/person-record-page.tsx'),
    ]),
    route('esporta', 'features/reports/pages/export-progress.ts'),
    route('piani', 'features/training-plan/pages/committee-page.tsx'),
    route('piani/:id', 'features/training-plan/pages/version-review-page.tsx'),
    ...prefix('piani/:id', [
      route('differenze', 'features/training-plan/pages/version-difference-page.tsx'),
      route('testo', 'features/training-plan/pages/version-text-page.tsx'),
      route('verbale', 'features/training-plan/pages/minutes-page.tsx'),
      route('documento', 'features/training-plan/pages/plan-document.ts'),
      route('edizione', 'features/edition/pages/reviewed-edition.ts'),
    ]),
  ]),

  layout('features/administration/pages/administration-layout.tsx', [
    ...prefix('amministrazione', [
      index('features/administration/pages/overview-page.tsx'),
      ...prefix('persone', [
        index('features/administration/pages/people-page.tsx'),
        route('nuova', 'features/administration/pages/new-person-page.tsx'),
        route('esporta', 'features/administration/pages/export-people.ts'),
        route(':id', 'features/administration/pages/person-page.tsx'),
      ]),
      route('importa', 'features/administration/pages/import-page.tsx'),
      route('territorio', 'features/administration/pages/territory-page.tsx'),
      route('registro', 'features/administration/pages/audit-page.tsx'),
      route('registro/esporta', 'features/administration/pages/export-audit.ts'),
    ]),
  ]),

  layout('features/training-plan/pages/management-layout.tsx', [
    ...prefix('gestione', [
      index('features/training-plan/pages/versions-page.tsx'),
      ...prefix('piani/:id', [
        index('features/training-plan/pages/plan-version-page.tsx'),
        route('dimensionamento', 'features/training-plan/pages/sizing-page.tsx'),
        route('edizione', 'features/edition/pages/composed-edition.ts'),
        route('moduli/:module', 'features/training-plan/pages/composed-module-page.tsx'),
        route('moduli/:module/anteprima', 'features/training-plan/pages/preview-page.tsx'),
      ]),
      ...prefix('iscrizioni', [
        index('features/enrolment/pages/enrolments-page.tsx'),
        route('gruppo', 'features/enrolment/pages/enrol-group-page.tsx'),
        route(':id', 'features/evidence/pages/enrolment-page.tsx'),
      ]),
    ]),
  ]),

  route('componenti', 'features/developer/pages/components-page.tsx'),
  route('*', 'features/home/pages/not-found.tsx'),
] satisfies RouteConfig
