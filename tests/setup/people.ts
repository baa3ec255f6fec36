import { randomUUID } from 'node:crypto'
import { authoriseOperator } from '~/features/auth/authorise.server'
import { scopeIdOf } from '~/features/auth/grants-from-rows'
import { hashPassword } from '~/features/auth/password-hash.server'
import type { Role, Scope } from '~/features/auth/rules/grants'
import type { Action } from '~/features/auth/rules/permission-matrix'
import { foldText } from '~/lib/fold-text'
import { transact } from '~/platform/database/client.server'

/** The password of everybody made here. */
export const password = 'rotta-demo-2019'
let hashed: Promise<string> | undefined

type Traits = {
  email?: string
  firstName?: string
  lastName?: string
  profile?: string
  homeEntryId?: string
  withoutPassword?: boolean
  deactivatedAt?: Date
  roles?: { role: Role; scope?: Scope; seat?: string; startsOn?: string; endsOn?: string }[]
}

/** Puts a person into the database as the product's own commands would leave it, without their audit rows. */
export async function makePerson(traits: Traits = {}) {
  hashed ??= hashPassword(password)
  const id = randomUUID()
  const firstName = traits.firstName ?? 'Ada'
  const lastName = traits.lastName ?? 'Provati'
  const person = {
    id,
    email: traits.email ?? `${id}@rotta.example`,
    firstName,
    lastName,
    surnameKey: foldText(`${lastName} ${firstName}`),
    firstNameKey: foldText(`${firstName} ${lastName}`),
    profile: traits.profile ?? null,
    homeEntryId: traits.homeEntryId ?? null,
    passwordHash: traits.withoutPassword ? null : await hashed,
    deactivatedAt: traits.deactivatedAt ?? null,
    createdAt: new Date(),
  }
  await transact(async (tx) => {
    await tx.person.create({ data: person })
    for (const { role, scope = { kind: 'region' } as Scope, seat, startsOn = '2019-01-01', endsOn } of traits.roles ??
      []) {
      const scopeId = scopeIdOf(scope)
      await tx.roleAssignment.create({
        data: {
          id: randomUUID(),
          personId: id,
          role,
          scopeKind: scope.kind,
          scopeId,
          seat: seat ?? null,
          startsOn,
          endsOn: endsOn ?? null,
          createdAt: new Date(),
        },
      })
    }
  })
  return person
}

/** Authority for a command under test: by default over the whole region, as somebody. */
export function authority<A extends Action>(
  action: A,
  by: { actorId?: string; scopes?: Scope[] } = {},
  now = new Date(),
) {
  const operator = authoriseOperator(action, 'TEST-0000', now)
  const scopes = by.scopes ?? [...operator.scopes]
  const grants = scopes.map((scope) => ({ role: 'admin' as const, scope, startsOn: '2019-01-01' }))
  return { ...operator, actorId: by.actorId ?? null, scopes, grants }
}
