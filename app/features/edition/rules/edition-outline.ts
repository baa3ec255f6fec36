import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { partAnchor, path } from '~/features/training-plan/rules/plan-parts'
import { type NumberedSection, numberSections, type OutlineNode } from './outline'
import { partIds } from './part-ids'

type Titled = { id: string; title: string }

/** What of an edition has a heading. */
type Headed = {
  phases: readonly {
    number: number
    title: string
    specialCases: readonly Titled[]
    activities: readonly Titled[]
  }[]
  further: { title: string }
  modules: readonly {
    slug: string
    label: string
    final: boolean
    lessons: readonly { slug: string; title: string }[]
    form?: { title: string } | undefined
    activities: readonly Titled[]
    jobAid?: { title: string } | undefined
  }[]
  sources: readonly { kind: string; title: string }[]
}

const coverageTitles: Record<Profile, string> = { navigator: 'Navigator', operatore: 'Operatori CPI' }

/** The sections of an edition in reading order: what the table of contents lists, and nothing else has a number. */
export function editionOutline({ phases, further, modules, sources }: Headed): NumberedSection[] {
  return numberSections([
    {
      id: partIds.guide,
      title: 'La guida alla misura',
      children: [...phases.map(phaseNode), { id: partIds.further, title: further.title }],
    },
    { id: partIds.modules, title: 'I moduli del piano', children: modules.map(moduleNode) },
    {
      id: partIds.coverage,
      title: 'Che cosa copre il piano',
      children: profiles.map((profile) => ({
        id: partIds.profileCoverage(profile),
        title: coverageTitles[profile],
      })),
    },
    {
      id: partIds.sizing,
      title: 'Dimensionamento',
      children: [
        { id: partIds.sizingByProvince, title: 'Persone, gruppi e docenza per provincia' },
        { id: partIds.sizingByHours, title: 'Ore di tutte le persone insieme' },
        { id: partIds.sizingByEntry, title: 'Persone per sede' },
      ],
    },
    { id: partIds.glossary, title: 'Glossario' },
    {
      id: partIds.sources,
      title: 'Fonti e fatti',
      children: sources.map(({ kind, title }) => ({ id: partIds.sourceGroup(kind), title })),
    },
  ])
}

function phaseNode({ number, title, specialCases, activities }: Headed['phases'][number]): OutlineNode {
  return {
    id: partIds.phase(number),
    title: `Fase ${number}, ${title}`,
    children: [
      ...specialCases.map((item) => ({ id: partIds.specialCase(item.id), title: `Caso particolare: ${item.title}` })),
      ...activities.map((item) => ({ id: partIds.activity(item.id), title: `${item.id} ${item.title}` })),
    ],
  }
}

function moduleNode({ slug, label, final, lessons, form, activities, jobAid }: Headed['modules'][number]): OutlineNode {
  const node = (part: string, title: string) => ({ id: partAnchor(part), title })
  return {
    ...node(path.module(slug), label),
    children: [
      ...lessons.map((lesson) => node(path.lesson(slug, lesson.slug), lesson.title)),
      node(path.assessment(slug), 'Regola del test'),
      ...(final ? [] : [node(questionsPath(slug), 'Domande')]),
      ...(form ? [node(path.form(slug), `Scheda di osservazione: ${form.title}`)] : []),
      ...activities.map((one) => node(path.activity(slug, one.id), `Attività collaborativa: ${one.title}`)),
      ...(jobAid ? [node(path.jobAid(slug), `Strumento: ${jobAid.title}`)] : []),
    ],
  }
}

/** The bank of a module stands together: the single questions are below it. */
export function questionsPath(slug: string): string {
  return `${slug}/domande`
}

/** The sections that begin on a page of their own: the parts, and the chapters of guide and modules. */
export function ownPages(outline: readonly NumberedSection[]): NumberedSection[] {
  const withChapters: string[] = [partIds.guide, partIds.modules]
  return outline.flatMap((part) => (withChapters.includes(part.id) ? [part, ...part.children] : [part]))
}
