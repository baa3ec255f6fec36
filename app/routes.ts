import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes'

/** The site map: the only place where addresses are declared. */
export default [
  index('features/home/pages/home-page.tsx'),

  route('accedi', 'features/auth/pages/sign-in-page.tsx'),
  route('esci', 'features/auth/pages/sign-out.ts'),
  route('imposta-password/:token', 'features/auth/pages/password-link-page.tsx'),
  route('profilo', 'features/auth/pages/own-account-page.tsx'),

  ...prefix('guida', [
    index('features/phase-guide/pages/guide-page.tsx'),
    route('fasi/:number', 'features/phase-guide/pages/phase-page.tsx'),
    route('attivita/:id', 'features/phase-guide/pages/activity-page.tsx'),
    route('ulteriori-attivita', 'features/phase-guide/pages/further-activities-page.tsx'),
  ]),
  route('glossario', 'features/phase-guide/pages/glossary-page.tsx'),
  route('fonti', 'features/phase-guide/pages/sources-page.tsx'),
  route('cerca', 'features/phase-guide/pages/search-page.tsx'),
  route('storia', 'features/legal/pages/history-page.tsx'),
  route('privacy', 'features/legal/pages/privacy-page.tsx'),
  route('note-legali', 'features/legal/pages/legal-notes-page.tsx'),
  route('accessibilita', 'features/legal/pages/accessibility-page.tsx'),

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

  route('componenti', 'features/developer/pages/components-page.tsx'),
  route('*', 'features/home/pages/not-found.tsx'),
] satisfies RouteConfig
