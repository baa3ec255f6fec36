import bootstrapItalia from 'bootstrap-italia/dist/css/bootstrap-italia.min.css?url'
import type { LinkDescriptor } from 'react-router'
import bold from '../../../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-700.woff2?url'
import regular from '../../../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2?url'
import ours from './index.css?url'

const preloadedFont = (href: string): LinkDescriptor => ({
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
  crossOrigin: 'anonymous',
  href,
})

/** Style sheets as files, because the content security policy allows no `<style>`. Ours comes last: it overrides. */
export const styleLinks: LinkDescriptor[] = [
  preloadedFont(regular),
  preloadedFont(bold),
  { rel: 'stylesheet', href: bootstrapItalia },
  { rel: 'stylesheet', href: ours },
]
