import type { ReactNode } from 'react'
import { CleanHtml } from '~/ui/clean-html'
import { PageTitle } from '~/ui/frame/page-title'

type RunningTextProps = {
  title: string
  lead: string
  /** Made from our own Markdown and cleaned when the content is read (curriculum/render-page.server.ts). */
  html: string
  children?: ReactNode
}

/** A page of running text from content/pages. */
export function RunningText({ title, lead, html, children }: RunningTextProps) {
  return (
    <>
      <PageTitle title={title} lead={lead} />
      <CleanHtml html={html} />
      {children}
    </>
  )
}
