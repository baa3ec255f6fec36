type PlanTextProps = {
  /** As it was rendered and cleaned (curriculum/render-lesson.server.ts). */
  html: string
  /** For the desk: in the letters of the interface, which take less room on paper. */
  compact?: boolean
}

/** A text of the plan. */
export function PlanText({ html, compact }: PlanTextProps) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, cleaned when it is rendered
    <div className={compact ? 'r-w' : 'r-read'} dangerouslySetInnerHTML={{ __html: html }} />
  )
}
