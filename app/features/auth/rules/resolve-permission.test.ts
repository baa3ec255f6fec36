import { describe, expect, test } from 'vitest'
import type { Grant, Scope } from './grants'
import { resolvePermission, scopesOf } from './resolve-permission'

const region: Scope = { kind: 'region' }
const bergamo: Scope = { kind: 'province', province: 'BG' }
const albino: Scope = { kind: 'entry', entry: 'cpi-albino', province: 'BG' }
const lodi: Scope = { kind: 'entry', entry: 'cpi-lodi', province: 'LO' }
const today = '2019-12-16'

function admin(scope: Scope, dates: Partial<Grant> = {}): Grant {
  return { role: 'admin', scope, startsOn: '2019-09-01', ...dates }
}

describe('resolvePermission', () => {
  test.each<[string, Grant[], Scope | undefined, string]>([
    ['nobody', [], undefined, 'role'],
    ['another role', [{ role: 'trainer', scope: region, startsOn: '2019-09-01' }], albino, 'role'],
    ['admin of the region, anywhere', [admin(region)], lodi, 'allowed'],
    ['admin of the province, within', [admin(bergamo)], albino, 'allowed'],
    ['admin of the province, elsewhere', [admin(bergamo)], lodi, 'scope'],
    ['admin of the province, region-wide thing', [admin(bergamo)], region, 'scope'],
    ['admin of an entry, its province', [admin(albino)], bergamo, 'scope'],
    ['two scopes, the second fits', [admin(lodi), admin(bergamo)], albino, 'allowed'],
    ['not yet', [admin(region, { startsOn: '2019-12-17' })], albino, 'role'],
    ['first day', [admin(region, { startsOn: today })], albino, 'allowed'],
    ['last day', [admin(region, { endsOn: today })], albino, 'allowed'],
    ['ended', [admin(region, { endsOn: '2019-12-15' })], albino, 'role'],
  ])('%s', (_, grants, target, expected) => {
    expect(resolvePermission(grants, 'people.write', target, today)).toBe(expected)
  })

  test('the audit log has no place: a provincial admin does not open it', () => {
    expect(resolvePermission([admin(bergamo)], 'audit.read', undefined, today)).toBe('role')
    expect(resolvePermission([admin(region)], 'audit.read', undefined, today)).toBe('allowed')
  })

  test('scopesOf leaves out roles that do not hold today', () => {
    expect(scopesOf([admin(bergamo), admin(lodi, { endsOn: '2019-10-01' })], 'people.read', today)).toEqual([bergamo])
  })
})
