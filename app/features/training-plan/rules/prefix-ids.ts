/**
 * HTML whose ids begin with a prefix, so that several texts can stand on one page. Only tags are touched; what stands
 * in the running text has its brackets escaped.
 * @param html as the sanitiser leaves it
 */
export function prefixIds(html: string, prefix: string): string {
  return html.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/ (id|aria-labelledby)="/g, ` $1="${prefix}-`).replace(/ href="#/g, ` href="#${prefix}-`),
  )
}
