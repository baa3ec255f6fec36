import { type ReactNode, useRef } from 'react'
import { Form, Link, useLocation } from 'react-router'
import { withCurrent } from '~/ui/frame/current-item'
import { DemoBanner } from '~/ui/frame/demo-banner'
import { SiteFooter } from '~/ui/frame/site-footer'
import { SiteHeader } from '~/ui/frame/site-header'
import { SkipLink } from '~/ui/frame/skip-link'
import { SlimHeader } from '~/ui/frame/slim-header'
import { useFocusOnNavigation } from '~/ui/frame/use-focus-on-navigation'

export type FrameData = {
  person: { name: string; roles: string[] } | null
  menu: { label: string; to: string }[]
  demo: boolean
  contactEmail: string
  accessibilityUrl: string | null
  lastUpdate: string
}

const publicMenu = [
  { label: 'Guida', to: '/guida' },
  { label: 'Glossario', to: '/glossario' },
  { label: 'Cerca', to: '/cerca' },
]

type SiteFrameProps = { data?: FrameData; fullWidth?: boolean; children: ReactNode }

/** What stands around every page. Without `data`, as after an error, it is that of an anonymous visitor. */
export function SiteFrame({ data, fullWidth, children }: SiteFrameProps) {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useFocusOnNavigation(main)
  return (
    <>
      <SkipLink target="contenuto" />
      <header>
        {data?.demo ? <DemoBanner>Dimostrazione: persone, date e risultati sono inventati.</DemoBanner> : null}
        <SlimHeader owner="Regione Lombardia e Anpal Servizi">
          <Account person={data?.person ?? null} />
        </SlimHeader>
        <SiteHeader name="Rotta" home="/" items={withCurrent(data?.menu ?? publicMenu, pathname)} />
      </header>
      <main id="contenuto" ref={main} tabIndex={-1} className={fullWidth ? 'r-door' : 'r-wrap r-page'}>
        {children}
      </main>
      <Footer data={data} />
    </>
  )
}

function Account({ person }: { person: FrameData['person'] }) {
  if (!person) return <Link to="/accedi">Accedi</Link>
  return (
    <>
      <span>{[person.name, ...person.roles].join(', ')}</span>
      <Link to="/profilo">Il tuo profilo</Link>
      <Form method="post" action="/esci">
        <button type="submit">Esci</button>
      </Form>
    </>
  )
}

function Footer({ data }: { data?: FrameData }) {
  const email = data?.contactEmail
  const links = [
    { label: 'Come usare Rotta', to: '/come-usare-rotta' },
    { label: 'Privacy', to: '/privacy' },
    { label: 'Note legali', to: '/note-legali' },
    { label: 'Dichiarazione di accessibilità', to: data?.accessibilityUrl ?? '/accessibilita' },
    {
      label: 'Segnala un problema',
      to: email ? `mailto:${email}?subject=Segnalazione%20su%20Rotta` : '/accessibilita',
    },
  ]
  const contact = (
    <>
      <strong>Rotta</strong>, formazione di Navigator e operatori dei centri per l’impiego della Lombardia.
      <br />
      Regione Lombardia e Anpal Servizi
      {email ? (
        <>
          , contatti: <a href={`mailto:${email}`}>{email}</a>
        </>
      ) : null}
    </>
  )
  const lastUpdate = data?.lastUpdate ? ` Ultimo aggiornamento ${data.lastUpdate}.` : ''
  return <SiteFooter contact={contact} links={links} lastUpdate={`Contenuti con licenza CC BY 4.0.${lastUpdate}`} />
}
