import type { RouterContextProvider } from 'react-router'
import type { Role } from '~/features/auth/rules/grants'
import { holdsOn } from '~/features/auth/rules/grants'
import { signedInContext } from '~/features/auth/signed-in.server'
import { renderLesson } from '~/features/curriculum/render-lesson.server'
import { dayOf } from '~/lib/dates'
import pictureSizes from './pictures/sizes.json'
import { type GuideText, readGuideText } from './rules/guide-text'

/** A guide in a list of guides. */
export type GuideEntry = { slug: string; title: string; lead: string }

/** A piece of a guide ready to be shown; a picture's size is that on the screen, in pixels. */
export type ShownPart =
  | { kind: 'text'; html: string }
  | { kind: 'picture'; address: string; width: number; height: number; alt: string; caption: string }

export type ShownGuide = { title: string; lead: string; sections: { id: string; text: string }[]; parts: ShownPart[] }

// The guides belong to the product: an edition of its own content (CONTENT_DIR) needs the same ones (docs/decisions/0025).
const texts = import.meta.glob<string>('./guides/*.md', { eager: true, query: '?raw', import: 'default' })
const addresses = import.meta.glob<string>('./pictures/*.webp', { eager: true, query: '?url', import: 'default' })
const sizes: Readonly<Record<string, { width: number; height: number }>> = pictureSizes

/** In the order in which they are listed, each with the role it is written for. */
const guideList: readonly { slug: string; role: Role }[] = [
  { slug: 'chi-impara', role: 'learner' },
  { slug: 'chi-forma', role: 'trainer' },
  { slug: 'responsabile-di-centro', role: 'centre-manager' },
  { slug: 'chi-gestisce-il-piano', role: 'plan-manager' },
  { slug: 'cabina-di-regia', role: 'committee' },
  { slug: 'amministrazione', role: 'admin' },
]

/** Every guide as it was written, in the order of the list. */
export const writtenGuides: readonly (GuideText & { slug: string; role: Role; markdown: string })[] = guideList.map(
  ({ slug, role }) => {
    const markdown = texts[`./guides/${slug}.md`] ?? ''
    return { slug, role, markdown, ...readGuideText(markdown) }
  },
)

/** The guides, those of whoever asks apart: of the roles that they hold today. */
export function listGuides(context: Readonly<RouterContextProvider>): { mine: GuideEntry[]; others: GuideEntry[] } {
  const today = dayOf(new Date())
  const grants = context.get(signedInContext)?.grants ?? []
  const held = new Set(grants.filter((grant) => holdsOn(grant, today)).map(({ role }) => role))
  const entries = (mine: boolean) =>
    writtenGuides.filter(({ role }) => held.has(role) === mine).map(({ slug, title, lead }) => ({ slug, title, lead }))
  return { mine: entries(true), others: entries(false) }
}

const shown = new Map<string, ShownGuide>()

/** One guide, rendered once while the server runs; undefined when there is none of that name. */
export function showGuide(slug: string): ShownGuide | undefined {
  const known = shown.get(slug)
  if (known) return known
  const written = writtenGuides.find((guide) => guide.slug === slug)
  if (!written) return undefined
  const sections: ShownGuide['sections'] = []
  const parts = written.parts.map((part): ShownPart => {
    if (part.kind === 'picture')
      return { kind: 'picture', ...pictureNamed(part.name), alt: part.alt, caption: part.caption }
    const { html, headings } = renderLesson(part.markdown)
    sections.push(...headings)
    return { kind: 'text', html }
  })
  const guide = { title: written.title, lead: written.lead, sections, parts }
  shown.set(slug, guide)
  return guide
}

/** @throws Error when the script that takes the pictures has not taken this one */
export function pictureNamed(name: string): { address: string; width: number; height: number } {
  const [address, size] = [addresses[`./pictures/${name}.webp`], sizes[name]]
  if (!address || !size) throw new Error(`No help picture is called ${name}: npm run screenshots takes them`)
  return { address, ...size }
}
