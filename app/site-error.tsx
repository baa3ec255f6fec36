import { isRouteErrorResponse, Link, useLocation } from 'react-router'
import { ErrorPage } from '~/ui/error-page'
import { useRequestId } from '~/ui/request-id'

type ErrorText = { title: string; lead: string; action?: { label: string; to: string } }

const home = { label: 'Torna alla pagina iniziale', to: '/' }

const texts: Record<number, ErrorText> = {
  401: { title: 'Accedi per continuare', lead: 'Dopo l’accesso torni a questa pagina.' },
  403: {
    title: 'Questa pagina non è disponibile per te',
    lead: 'Torna alla pagina iniziale o scrivi a chi gestisce il piano.',
    action: home,
  },
  404: {
    title: 'Non troviamo questa pagina',
    lead: 'Controlla l’indirizzo o cerca nella guida.',
    action: { label: 'Cerca nella guida', to: '/cerca' },
  },
  405: { title: 'Qui non si può fare questa operazione', lead: 'Apri la pagina e usa i suoi pulsanti.' },
  409: { title: 'Qualcuno ha modificato la stessa cosa', lead: 'Rileggi la versione attuale e riprova.' },
  411: { title: 'I dati non sono arrivati interi', lead: 'Torna indietro e inviali di nuovo.' },
  413: { title: 'Il file è troppo grande', lead: 'Scegli un file più piccolo e riprova.' },
  422: { title: 'I dati non sono arrivati interi', lead: 'Torna indietro e inviali di nuovo.' },
  429: { title: 'Troppi tentativi', lead: 'Aspetta qualche minuto e riprova.' },
}

/** The page of an error. A refusal may carry its own words: `data({ title, message }, { status })`. */
export function SiteError({ error, contactEmail }: { error: unknown; contactEmail?: string }) {
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const text = texts[status]
  if (!text) return <Interrupted contactEmail={contactEmail} />

  const action =
    status === 401
      ? { label: 'Accedi', to: `/accedi?ritorno=${encodeURIComponent(pathname + search)}` }
      : (text.action ?? { label: 'Torna alla pagina', to: pathname + search })
  return (
    <ErrorPage
      status={status}
      title={ownText(error, 'title') ?? text.title}
      lead={ownText(error, 'message') ?? text.lead}
    >
      <Link className="btn btn-primary" to={action.to}>
        {action.label}
      </Link>
      {action.to === '/' ? null : (
        <Link className="r-link" to="/">
          Vai alla pagina iniziale
        </Link>
      )}
    </ErrorPage>
  )
}

function Interrupted({ contactEmail }: { contactEmail?: string }) {
  const { pathname, search } = useLocation()
  const code = useRequestId()
  return (
    <ErrorPage
      status={500}
      title="Qualcosa si è interrotto"
      lead="Non dipende da te. Le risposte e le schede già salvate sono al sicuro."
      detail={
        code
          ? 'Riprova fra un minuto. Se succede ancora, segnala il problema e indica questo codice:'
          : 'Riprova fra un minuto. Se succede ancora, segnala il problema.'
      }
      code={code}
    >
      {/* A full reload: after an unexpected error the page in memory is not trusted. */}
      <a className="btn btn-primary" href={pathname + search}>
        Riprova
      </a>
      {contactEmail ? (
        <a className="btn btn-outline-primary" href={mailTo(contactEmail, code)}>
          Segnala il problema
        </a>
      ) : null}
    </ErrorPage>
  )
}

function mailTo(email: string, code?: string): string {
  return `mailto:${email}?subject=${encodeURIComponent(code ? `Problema su Rotta, codice ${code}` : 'Problema su Rotta')}`
}

function ownText(error: unknown, part: 'title' | 'message'): string | undefined {
  if (!isRouteErrorResponse(error)) return undefined
  const text: unknown = (error.data as { title?: unknown; message?: unknown } | null)?.[part]
  return typeof text === 'string' ? text : undefined
}

/** Title of the document when an error stands in place of the page. */
export function errorTitle(error: unknown): string {
  const status = isRouteErrorResponse(error) ? error.status : 500
  return `${ownText(error, 'title') ?? texts[status]?.title ?? 'Qualcosa si è interrotto'} – Rotta`
}
