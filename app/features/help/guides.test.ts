import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Grant, type Role, roles } from '~/features/auth/rules/grants'
import { asked, request } from '../../../tests/setup/requests'
import { listGuides, pictureNamed, showGuide, writtenGuides } from './guides.server'

const folder = 'app/features/help/pictures'
const picturesOf = (parts: (typeof writtenGuides)[number]['parts']) =>
  parts.flatMap((part) => (part.kind === 'picture' ? [part] : []))
const allPictures = writtenGuides.flatMap(({ parts }) => picturesOf(parts))

describe('the user guides', () => {
  test('there is one for every role', () => {
    expect(writtenGuides.map(({ role }) => role).sort()).toEqual([...roles].sort())
  })

  test.each(writtenGuides)('$slug is short, has a title and a lead, and a few pictures', ({ title, lead, parts }) => {
    expect(title).toMatch(/^Guida per /)
    expect(lead.length).toBeGreaterThan(20)
    const words = parts.flatMap((part) => (part.kind === 'text' ? part.markdown.split(/\s+/) : []))
    expect(words.length).toBeGreaterThan(350)
    expect(words.length).toBeLessThan(720)
    expect(picturesOf(parts).length).toBeGreaterThanOrEqual(2)
    expect(picturesOf(parts).length).toBeLessThanOrEqual(4)
  })

  test.each(writtenGuides)('$slug is shown whole, and no two places of it have one name', ({ slug, parts }) => {
    const guide = showGuide(slug)
    const html = guide?.parts.map((part) => (part.kind === 'text' ? part.html : '')).join('') ?? ''
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(guide?.sections.map(({ id }) => id)).toEqual(ids)
    expect(guide?.parts.length).toBe(parts.length)
    expect(html, 'a picture that is no line of its own').not.toContain('../pictures')
  })

  test('there is none of another name', () => {
    expect(showGuide('chi-passa')).toBeUndefined()
  })
})

type Visit = { context: Parameters<typeof listGuides>[0] }

describe('whose guide comes first', () => {
  const mineOf = (...held: Role[]) => {
    const { context } = asked<Visit>({ id: 'a', roles: held }, '/')
    return listGuides(context)
  }

  test('that of each role held today, the others after it', () => {
    const { mine, others } = mineOf('trainer', 'learner')
    expect(mine.map(({ slug }) => slug)).toEqual(['chi-impara', 'chi-forma'])
    expect(others.length).toBe(writtenGuides.length - 2)
  })

  test('a visitor has none, and all of them to choose from', () => {
    const { context } = asked<Visit>(null, '/')
    expect(listGuides(context)).toMatchObject({ mine: [] })
    expect(listGuides(context).others.length).toBe(writtenGuides.length)
  })

  test('a role that has ended counts no more', () => {
    const grants: Grant[] = [
      { role: 'trainer', scope: { kind: 'region' }, startsOn: '2019-01-01', endsOn: '2019-12-31' },
      { role: 'learner', scope: { kind: 'region' }, startsOn: '2019-01-01' },
    ]
    const { context } = request<Visit>({ id: 'a', grants }, { path: '/' })
    expect(listGuides(context).mine.map(({ slug }) => slug)).toEqual(['chi-impara'])
  })
})

describe('the pictures of the guides', () => {
  test.each(allPictures)('$name says what it shows, and its size is true', ({ name, alt, caption }) => {
    expect(alt.length).toBeGreaterThan(40)
    expect(caption.length).toBeGreaterThan(10)
    const { width, height } = pictureNamed(name)
    const real = sizeOfWebp(readFileSync(`${folder}/${name}.webp`))
    expect(real.width / real.height).toBeCloseTo(width / height, 1)
    expect(real.width).toBeGreaterThan(width)
  })

  test('each is used, and together they are light', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.webp'))
    expect(files.sort()).toEqual([...new Set(allPictures.map(({ name }) => `${name}.webp`))].sort())
    const bytes = files.reduce((sum, file) => sum + statSync(`${folder}/${file}`).size, 0)
    expect(bytes).toBeLessThan(1_500_000)
  })
})

/*
 * What a guide writes in bold or between «» is read on the screen in these very words: a label that was changed in a
 * page and not here fails. Looked for as a whole label in what the pages are made of: whether it still stands on the page
 * that the guide means, a person has to see.
 */
describe('the words of the screen', () => {
  const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^(cli|features\/(help|developer))\//.test(file))
    .map((file) => withoutComments(readFileSync(`app/${file}`, 'utf8')).replace(/\s+/g, ' '))

  /** True when the label is the whole of a text, or of what comes before a value in it. */
  const stands = (label: string) => {
    const words = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const whole = new RegExp(`[>'"\`}] ?${words}[.:]? ?[<'"\`{$]`)
    return sources.some((source) => whole.test(source))
  }

  test.each(writtenGuides)('$slug quotes labels that are there', ({ markdown }) => {
    const bold = [...markdown.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label)
    const quoted = [...markdown.matchAll(/«([^»]+)»/g)].map(([, label = '']) => label)
    expect([...new Set([...bold, ...quoted])].filter((label) => !stands(label))).toEqual([])
  })

  test('a label that nobody shows is found out', () => {
    expect(stands('Chi aspetta te')).toBe(true)
    expect(stands('Chi aspetta')).toBe(false)
  })
})

function withoutComments(source: string) {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Width and height in pixels, from the header of a WebP picture with loss (`VP8 `, or `VP8X` where it has more parts). */
function sizeOfWebp(file: Buffer) {
  if (file.toString('latin1', 12, 16) === 'VP8X') {
    return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  }
  return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
}
