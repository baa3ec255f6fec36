import { renderToStaticMarkup } from 'react-dom/server'
import { editionStyleLinks, editionStyleText } from '~/ui/styles/edition-styles'
import { EditionBar } from './components/edition-bar'
import type { Edition } from './render-edition'

type Served = {
  /** The page to go back to. */
  back: string
  /** Lets the one script run, which opens the print dialog. */
  nonce: string
}

/**
 * The edition as a page of the site: its style in files, as the content security policy wants it, that of its pages'
 * margins at the same address with `?stile`.
 */
export function servedDocument({ title, main }: Edition, { back, nonce }: Served): string {
  const links = [...editionStyleLinks, '?stile'].map((href) => <link key={href} rel="stylesheet" href={href} />)
  const script = `<script nonce="${nonce}">${printScript}</script>`
  return page(title, renderToStaticMarkup(links), `${renderToStaticMarkup(<EditionBar back={back} />)}${main}${script}`)
}

/** The edition as one file that needs no other: style and type within, no script. */
export function fileDocument({ title, main, pageRules }: Edition): string {
  return page(title, `<style>${editionStyleText}\n${pageRules}</style>`, main)
}

const printScript =
  "const print=document.getElementById('stampa');print.hidden=false;print.addEventListener('click',()=>window.print())"

function page(title: string, style: string, body: string) {
  const head = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
    </>,
  )
  return `<!doctype html>\n<html lang="it"><head>${head}${style}</head><body>${body}</body></html>\n`
}
