import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '~/features/auth/rules/grants'
import { signedInContext } from '~/features/auth/signed-in.server'
import { enrol } from '../../../tests/setup/enrolments'
import { makePerson } from '../../../tests/setup/people'
import { makePlan } from '../../../tests/setup/plans'
import { asked } from '../../../tests/setup/requests'
import HomePage, { loader } from './pages/home-page'

let versionId = ''

beforeAll(async () => {
  versionId = (await makePlan()).versionId
})

/** The home page as somebody sees it. */
async function home(visitor: Parameters<typeof asked>[0]) {
  const loaderData = await loader(asked(visitor, '/'))
  const element = () => createElement(HomePage as FunctionComponent<Record<string, unknown>>, { loaderData })
  const Stub = createRoutesStub([{ path: '/', Component: element }])
  return renderToStaticMarkup(createElement(Stub, { initialEntries: ['/'] }))
}
const colleague = (...roles: Role[]) => ({ id: 'nessuno', roles })
/** Where the one tinted panel leads. */
const panel = (html: string) => /class="r-next[\s\S]*?href="([^"]+)"/.exec(html)?.[1]

describe('the first thing on the home page', () => {
  test('for a learner is the next step, with the way to the whole plan', async () => {
    const { personId } = await enrol({ versionId })
    const html = await home({ id: personId, profile: 'navigator', roles: ['learner'] })
    expect(panel(html)).toBe('/moduli/primo/lezioni/lezione-1')
    expect(html).toContain('href="/piano"')
    expect(html).not.toContain('I moduli del piano in vigore')
  })

  test('a learner whom nobody enrolled has no step, and still the way to the plan', async () => {
    const { id } = await makePerson({ profile: 'navigator', roles: [{ role: 'learner' }] })
    const html = await home({ id, profile: 'navigator', roles: ['learner'] })
    expect(panel(html)).toBeUndefined()
    expect(html).toContain('href="/piano"')
  })

  test.each<[Role, string | undefined]>([
    ['plan-manager', '/gestione'],
    ['committee', '/cabina'],
    ['trainer', '/formazione'],
    ['centre-manager', '/centro'],
    ['admin', undefined],
  ])('for %s leads to %s', async (role, to) => {
    expect(panel(await home(colleague(role)))).toBe(to)
  })

  test('the plan manager and the Cabina find who completes the plan', async () => {
    expect(await home(colleague('plan-manager'))).toMatch(/href="\/cabina"[^>]*>Avanzamento/)
    expect(await home(colleague('committee'))).toContain('href="/cabina"')
    expect(await home(colleague('trainer'))).not.toContain('href="/cabina"')
  })

  test('who manages the plan in a province alone finds the enrolments, not the versions', async () => {
    const visit = asked<Parameters<typeof loader>[0]>(colleague('plan-manager'), '/')
    const signedIn = visit.context.get(signedInContext)
    const grants = (signedIn?.grants ?? []).map((grant) => ({
      ...grant,
      scope: { kind: 'province' as const, province: 'BG' },
    }))
    visit.context.set(signedInContext, signedIn && { ...signedIn, grants })
    const found = await loader(visit)
    expect(JSON.stringify(found)).toContain('/gestione/iscrizioni')
    expect(JSON.stringify(found)).not.toContain('"/gestione"')
  })

  test('one’s own plan comes before the areas of other roles, which stay in the list', async () => {
    const { personId } = await enrol({ versionId })
    const html = await home({ id: personId, profile: 'navigator', roles: ['learner', 'trainer'] })
    expect(panel(html)).toBe('/moduli/primo/lezioni/lezione-1')
    expect(html).toContain('href="/formazione"')
  })
})

test('everybody finds how Rotta is used, and the guides of their own roles', async () => {
  const html = await home(colleague('trainer', 'admin'))
  const guides = [...html.matchAll(/href="\/come-usare-rotta\/([^"]+)"/g)].map(([, slug]) => slug)
  expect(guides).toEqual(['chi-forma', 'amministrazione'])
  expect(await home(null)).toMatch(/href="\/come-usare-rotta"/)
})

test('those who read without learning find the modules in force; who may not read them does not', async () => {
  expect(await home(colleague('trainer'))).toContain('href="/moduli/secondo"')
  expect(await home(colleague('admin'))).not.toContain('/moduli/')
  const anonymous = await home(null)
  expect(anonymous).toContain('Che cos’è Rotta')
  expect(anonymous).not.toMatch(/\/moduli\/|\/piano|r-next/)
})
