import type { Role } from './grants'

/**
 * Who may do what. `within: 'scope'` asks that the thing lies in the scope of the role;
 * `within: 'region'` asks that the role itself is held for the whole region, because the thing has no place.
 * What is not listed is refused.
 */
export const permissionMatrix = {
  'people.read': [{ role: 'admin', within: 'scope' }],
  'people.write': [{ role: 'admin', within: 'scope' }],
  'people.import': [{ role: 'admin', within: 'region' }],
  'people.export': [{ role: 'admin', within: 'scope' }],
  'roles.grant': [{ role: 'admin', within: 'scope' }],
  'territory.read': [{ role: 'admin', within: 'scope' }],
  'audit.read': [{ role: 'admin', within: 'region' }],
} as const satisfies Record<string, readonly { role: Role; within: 'scope' | 'region' }[]>

export type Action = keyof typeof permissionMatrix
