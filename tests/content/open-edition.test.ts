import { describe, expect, test } from 'vitest'
import { checkContent } from '~/features/curriculum/check-content.server'
import { content } from '~/features/curriculum/content.server'

// What the repository's own edition holds itself to, beyond what content:check asks of any edition: the standard of
// the modules of the phases (docs/content-format.md, "The open edition").
const report = checkContent('content')
const { modules } = content()
const ofPhases = modules.filter(({ phases }) => phases.length > 0)

describe.each(ofPhases.map((module) => [module.slug, module] as const))('%s', (slug, module) => {
  test('four to six lessons of 700 to 1,200 words, readable (Gulpease 50 or more)', () => {
    const lessons = report.ok ? report.lessons.filter((lesson) => lesson.module === slug) : []
    expect(lessons.length).toBe(module.lessons.length)
    expect(module.lessons.length).toBeGreaterThanOrEqual(4)
    expect(module.lessons.length).toBeLessThanOrEqual(6)
    expect(lessons.filter(({ words }) => words < 700 || words > 1200)).toEqual([])
    expect(lessons.filter(({ gulpease }) => gulpease < 50)).toEqual([])
  })

  test('two or three self-checks and a case in each lesson', () => {
    for (const { markdown } of module.lessons) {
      const checks = markdown.match(/^:::verifica/gm)?.length ?? 0
      expect([2, 3]).toContain(checks)
      expect(markdown).toMatch(/^:::caso/m)
    }
  })

  test('a test of 6 to 12 questions from a bank three times as large, a form, activities, a job aid', () => {
    const length = module.assessment.blueprint.reduce((sum, { count }) => sum + count, 0)
    expect(length).toBeGreaterThanOrEqual(6)
    expect(length).toBeLessThanOrEqual(12)
    expect(module.questions.length).toBeGreaterThanOrEqual(3 * length)
    expect(module.form?.criteria.length).toBeGreaterThanOrEqual(6)
    expect(module.activities.length).toBeGreaterThanOrEqual(1)
    expect(module.jobAid).toBeDefined()
  })
})

test('tasks and acts are covered whole, and the check refuses any gap in them', () => {
  expect(content().plan.covers).toEqual(expect.arrayContaining(['task', 'act']))
})
