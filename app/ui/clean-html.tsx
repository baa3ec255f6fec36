type CleanHtmlProps = {
  /** As the server rendered and cleaned it (curriculum/render-lesson, render-page): nothing else comes here. */
  html: string
  className?: string
}

/** A text that arrives as HTML: the one place where a page takes markup from elsewhere. */
export function CleanHtml({ html, className = 'r-read' }: CleanHtmlProps) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned when it was rendered, by an allow-list
    <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
  )
}
