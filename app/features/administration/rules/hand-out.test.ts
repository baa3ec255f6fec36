import { describe, expect, test } from 'vitest'
import type { Grant, Role, Scope } from '~/features/auth/rules/grants'
import { holdsBeyond, mayHandOut } from './hand-out'

const region: Scope = { kind: 'region' }
const bergamo: Scope = { kind: 'province', province: 'BG' }
const albino: Scope = { kind: 'entry', entry: 'BG.cpi-albino', province: 'BG' }
const lodi: Scope = { kind: 'province', province: 'LO' }
const today = '2019-12-16'

describe('mayHandOut', () => {
  test.each<[string, Scope[], Role, Scope, boolean]>([
    ['region: trainer anywhere', [region], 'trainer', lodi, true],
    ['region: admin', [region], 'admin', region, true],
    ['province: trainer of the province', [bergamo], 'trainer', bergamo, true],
    ['province: learner of an entry', [bergamo], 'learner', albino, true],
    ['province: trainer elsewhere', [bergamo], 'trainer', lodi, false],
    ['province: trainer of the region', [bergamo], 'trainer', region, false],
    ['province: admin of the same province', [bergamo], 'admin', bergamo, false],
    ['province: plan manager', [bergamo], 'plan-manager', bergamo, false],
    ['province: committee', [bergamo], 'committee', bergamo, false],
    ['entry: manager of the entry', [albino], 'centre-manager', albino, true],
    ['entry: manager of the province', [albino], 'centre-manager', bergamo, false],
    ['nowhere', [], 'learner', albino, false],
  ])('%s', (_, reach, role, scope, expected) => {
    expect(mayHandOut(reach, role, scope)).toBe(expected)
  })
})

describe('holdsBeyond', () => {
  const grant = (role: Role, scope: Scope, endsOn?: string): Grant => ({ role, scope, startsOn: '2019-09-01', endsOn })
  test.each<[string, Grant[], boolean]>([
    ['nothing', [], false],
    ['a role within', [grant('learner', albino)], false],
    ['admin of the region', [grant('learner', albino), grant('admin', region)], true],
    ['admin of the same province', [grant('admin', bergamo)], true],
    ['trainer of another province too', [grant('trainer', bergamo), grant('trainer', lodi)], true],
    ['admin until yesterday', [grant('admin', region, '2019-12-15')], false],
    ['admin until today', [grant('admin', region, today)], true],
    ['admin to be', [{ ...grant('admin', region), startsOn: '2020-01-01' }], true],
  ])('%s', (_, grants, expected) => {
    expect(holdsBeyond([bergamo], grants, today)).toBe(expected)
  })
})
