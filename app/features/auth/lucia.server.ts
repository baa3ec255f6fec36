import { createHash } from 'node:crypto'
import {
  type Adapter,
  type DatabaseSession,
  type DatabaseUser,
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
} from 'lucia'
import { database, type Transaction, transact } from '~/platform/database/client.server'
import { environment, servedOverHttps } from '~/platform/environment.server'
import { type GrantRow, grantsFromRows } from './grants-from-rows'
import type { Grant } from './rules/grants'
import type { SignedIn } from './signed-in.server'

// Lucia is finished and no longer developed: nothing but this file imports it (docs/decisions/0004-sessions.md).

type SessionFacts = { createdAt: Date; absoluteExpiresAt: Date; device: string }
type PersonFacts = {
  email: string
  firstName: string
  lastName: string
  profile: string | null
  homeEntryId: string | null
  grants: Grant[]
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseSessionAttributes: SessionFacts
    DatabaseUserAttributes: PersonFacts
  }
}

/** What one read finds of a session: three through the model, on every request, would cost more than many a page. */
type SessionRow = SessionFacts &
  Omit<PersonFacts, 'grants'> & {
    personId: string
    expiresAt: Date
    deactivatedAt: Date | null
    /** JSON: GrantRow[]. */
    roles: string
  }

/** SHA-256 of a session id: what the table keeps in its stead. */
function hashSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/** Lucia's adapter over our tables. It stores the hash of each id, and holds the absolute end of a session. */
const adapter: Adapter = {
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await database.$queryRaw<SessionRow[]>`
      SELECT s."personId", s."createdAt", s."expiresAt", s."absoluteExpiresAt", s."device",
        p."email", p."firstName", p."lastName", p."profile", p."homeEntryId", p."deactivatedAt",
        (SELECT json_group_array(json_object('role', "role", 'scopeKind', "scopeKind", 'scopeId', "scopeId",
            'seat', "seat", 'startsOn', "startsOn", 'endsOn', "endsOn"))
          FROM "RoleAssignment" WHERE "personId" = p."id") AS "roles"
      FROM "Session" s JOIN "Person" p ON p."id" = s."personId"
      WHERE s."idHash" = ${hashSessionId(sessionId)}`
    if (!row || row.deactivatedAt || row.absoluteExpiresAt <= new Date()) return [null, null]
    const { personId, createdAt, expiresAt, absoluteExpiresAt, device, deactivatedAt, roles, ...personFacts } = row
    const facts = { createdAt, absoluteExpiresAt, device }
    const grants = grantsFromRows(JSON.parse(roles) as GrantRow[])
    return [
      { id: sessionId, userId: personId, expiresAt, attributes: facts },
      { id: personId, attributes: { ...personFacts, grants } },
    ]
  },
  async getUserSessions() {
    throw new Error('Sessions are listed by sessions.queries.server.ts: their ids are not known here')
  },
  async setSession() {
    throw new Error('Sessions begin in startSession, in the transaction that audits the sign-in')
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await transact((tx) =>
      // updateMany: the session may have been ended by another request meanwhile.
      tx.session.updateMany({
        where: { idHash: hashSessionId(sessionId) },
        data: { expiresAt, lastSeenAt: new Date() },
      }),
    )
  },
  async deleteSession(sessionId) {
    await transact((tx) => tx.session.deleteMany({ where: { idHash: hashSessionId(sessionId) } }))
  },
  async deleteUserSessions(personId) {
    await transact((tx) => tx.session.deleteMany({ where: { personId } }))
  },
  async deleteExpiredSessions() {
    await transact((tx) => tx.session.deleteMany({ where: { expiresAt: { lte: new Date() } } }))
  },
}

const lucia = new Lucia(adapter, {
  // Idle expiry: Lucia moves it forward once half of it has passed.
  sessionExpiresIn: new TimeSpan(environment.SESSION_IDLE_MINUTES, 'm'),
  sessionCookie: {
    // __Host- binds the cookie to this very host over https; browsers refuse it on plain http.
    name: servedOverHttps ? '__Host-rotta_session' : 'rotta_session',
    attributes: { secure: servedOverHttps, sameSite: 'lax', path: '/' },
  },
  getSessionAttributes: (facts) => facts,
  getUserAttributes: (facts) => facts,
})

/**
 * Who a Cookie header belongs to.
 * @returns the person and, when the browser should be told something, the Set-Cookie to send
 */
export async function validateSession(
  cookieHeader: string | null,
): Promise<{ signedIn: SignedIn | null; cookie?: string }> {
  const sessionId = lucia.readSessionCookie(cookieHeader ?? '')
  if (!sessionId) return { signedIn: null }
  const { session, user } = await lucia.validateSession(sessionId)
  if (!session) return { signedIn: null, cookie: endedSessionCookie() }
  const { id, ...facts } = user
  const signedIn = { personId: id, sessionHash: hashSessionId(session.id), ...facts }
  return { signedIn, cookie: session.fresh ? lucia.createSessionCookie(session.id).serialize() : undefined }
}

/**
 * Begins a session, in the transaction of the sign-in.
 * @param device "Firefox, Windows": how its owner will recognise it in the list of sessions
 * @returns the Set-Cookie that carries its id, which is kept nowhere else
 */
export async function startSession(tx: Transaction, personId: string, device: string, now: Date): Promise<string> {
  const sessionId = generateIdFromEntropySize(25)
  await tx.session.create({
    data: {
      idHash: hashSessionId(sessionId),
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + environment.SESSION_IDLE_MINUTES * 60_000),
      absoluteExpiresAt: new Date(now.getTime() + environment.SESSION_MAX_HOURS * 3_600_000),
      device,
    },
    select: { idHash: true },
  })
  return lucia.createSessionCookie(sessionId).serialize()
}

/** The Set-Cookie that makes a browser forget its session. */
export function endedSessionCookie(): string {
  return lucia.createBlankSessionCookie().serialize()
}

/** Drops sessions whose idle time has passed; run at start and every hour. */
export function deleteExpiredSessions(): Promise<void> {
  return lucia.deleteExpiredSessions()
}
