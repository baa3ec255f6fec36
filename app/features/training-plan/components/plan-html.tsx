/** A text of the plan as it was rendered and cleaned (curriculum/render-lesson.server.ts). */
export function PlanHtml({ html }: { html: string }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned when it is rendered
    <div className="r-read" dangerouslySetInnerHTML={{ __html: html }} />
  )
}
