/** A section that begins on a page of its own, and whose title its pages carry. */
export type OwnPage = { number: string; title: string }

/**
 * The part of the style that differs from one edition to another: what stands in the margins of its pages. A named
 * page for each section, so that whoever leafs through the paper finds section 2.5 without a page number in the table
 * of contents.
 *
 * @param running what every page but the cover says of the edition
 */
export function pageRules(running: string, sections: readonly OwnPage[]): string {
  const common = `@page{@bottom-left{content:${cssString(running)}}}`
  const own = sections.map(({ number, title }) => {
    const page = `sezione-${number.replaceAll('.', '-')}`
    return (
      `@page ${page}{@top-right{content:${cssString(`${number} ${title}`)}}}` +
      `[data-section="${number}"]{page:${page}}`
    )
  })
  return [common, ...own].join('\n')
}

/** A text as a string of CSS, which holds in a file and between <style> tags. */
function cssString(text: string) {
  return `"${text.replace(/[^\p{L}\p{N} ,.;:()’·–]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}
