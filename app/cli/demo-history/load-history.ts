import { columnsOfGrant } from '~/features/administration/grant-role.server'
import { insertPeople, insertRoles } from '~/features/administration/write-people.server'
import { provinceOfEntry } from '~/features/auth/grants-from-rows'
import type { Profile } from '~/features/auth/rules/profiles'
import { findEntries } from '~/features/territory/territory.queries.server'
import { findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { dayOf } from '~/lib/dates'
import { database, type Transaction, transact } from '~/platform/database/client.server'
import { calendarUntil, momentAt } from './calendar'
import { chanceOf } from './chance'
import { addDrafts } from './drafts'
import { type Cast, generateHistory } from './generate'
import { HistoryWriter } from './history-writer'
import { type InventedPerson, inventPeople, type Taken } from './people'
import type { Beginner } from './traits'

/** Everybody and everything that the demo invents comes from it. */
const seed = 'rotta-demo-2019'
/** Whole minutes on a slow machine: until it ends, nobody else can write. */
const timeoutMs = 900_000
/** When the invented people are added: the plan has been approved by then. */
const peopleAddedAt = 3.2

type Member = Beginner & { email: string }
type Added = { id: string; person: InventedPerson }

/** What an edition of the history added. */
export type LoadedEdition = { people: number; learners: number; acts: number }

/**
 * Invents people and their five months up to the anchor, in the plan in force, in one transaction: a load that breaks
 * off leaves nothing of it.
 * @param edition 0 for the first load, with the learners among the nine; each further one invents as many others
 * @param most how many learners an edition may add
 * @returns what was added; null when the edition was there already
 */
export async function loadHistory(
  anchor: Date,
  edition = 0,
  most = Number.POSITIVE_INFINITY,
): Promise<LoadedEdition | null> {
  const inForce = await findPlanInForce()
  if (!inForce) throw new Error('La demo non si carica: nessun piano è in vigore')
  const plan = await frozenPlan(inForce.id)
  const calendar = calendarUntil(anchor)
  const entries = await findEntries()
  const nine = await findNine()
  return transact(
    async (tx) => {
      const key = `demo-history-${edition}`
      if (await tx.setting.findUnique({ where: { key }, select: { key: true } })) return null
      const invented = chosen(inventPeople(seed, entries, edition === 0 ? nine.taken : [], edition), most, edition)
      const added = invented.map((person, index) => ({ id: chanceOf(seed, 'person', edition, index).id(), person }))
      const writer = await HistoryWriter.open(tx, plan)
      await addPeople(tx, writer, added, nine.adminId, momentAt(calendar, peopleAddedAt) ?? anchor)
      const cast = await castOf(added, entries, nine, edition)
      const acts = generateHistory(`${seed} ${edition}`, cast, plan, calendar)
      await writer.play(acts)
      if (edition === 0) addDrafts(writer.rows, acts, plan, { trainerId: nine.trainerId, calendar })
      await writer.finish()
      await tx.setting.create({ data: { key, value: anchor.toISOString() }, select: { key: true } })
      return { people: added.length, learners: cast.learners.length, acts: acts.length }
    },
    { timeoutMs },
  )
}

/** The people of the product contract whom the history needs, by what they do. */
async function findNine() {
  const rows = await database.person.findMany({
    where: {
      email: { in: ['navigator', 'operatore', 'formatore', 'gestore', 'admin'].map((name) => `${name}@rotta.example`) },
    },
    select: { id: true, email: true, profile: true, homeEntryId: true },
  })
  const of = (name: string) => {
    const row = rows.find(({ email }) => email === `${name}@rotta.example`)
    if (!row) throw new Error(`La demo non si carica: manca ${name}@rotta.example`)
    return row
  }
  const learners = ['navigator', 'operatore'].map((name): Member => {
    const { id, email, profile, homeEntryId } = of(name)
    const entryId = homeEntryId ?? ''
    return {
      personId: id,
      email,
      profile: profile as Profile,
      entryId,
      province: provinceOfEntry(entryId),
      isOfTheNine: true,
    }
  })
  const shown = learners[0]?.province ?? ''
  const taken: Taken[] = [
    ...learners.map(({ profile, entryId }) => ({ profile, homeEntryId: entryId })),
    { trainerOf: shown },
  ]
  return { learners, taken, shown, trainerId: of('formatore').id, managerId: of('gestore').id, adminId: of('admin').id }
}

/** As many learners as are wanted, by chance of all entries; their trainers anyway. */
function chosen(people: InventedPerson[], most: number, edition: number): InventedPerson[] {
  const learners = people.filter(({ profile }) => profile)
  if (learners.length <= most) return people
  const chance = chanceOf(seed, 'chosen', edition)
  const kept = new Set(
    learners
      .map((person) => [chance.number(), person] as const)
      .sort(([a], [b]) => a - b)
      .slice(0, most)
      .map(([, person]) => person),
  )
  return people.filter((person) => !person.profile || kept.has(person))
}

/** What an import of these people would leave behind (administration/import-people), by the demo's administrator. */
async function addPeople(tx: Transaction, { rows }: HistoryWriter, added: readonly Added[], adminId: string, at: Date) {
  const startsOn = dayOf(at)
  const roles = added.map(({ id, person }) => {
    const grant = { ...person.grant, startsOn }
    return { id: chanceOf(seed, 'role', id).id(), personId: id, grant }
  })
  await insertPeople(
    tx,
    added.map(({ id, person }) => ({ id, data: person })),
    at,
  )
  await insertRoles(tx, roles, at)
  for (const { id, person } of added) {
    const payload = { profile: person.profile ?? null, homeEntry: person.homeEntryId ?? null }
    rows.audit({ at, actorId: adminId, action: 'person.create', objectId: id, payload })
  }
  for (const { id, personId, grant } of roles) {
    const payload = { assignment: id, ...columnsOfGrant(grant) }
    rows.audit({ at, actorId: adminId, action: 'role.grant', objectId: personId, payload })
  }
}

async function castOf(
  added: readonly Added[],
  entries: Awaited<ReturnType<typeof findEntries>>,
  nine: Awaited<ReturnType<typeof findNine>>,
  edition: number,
): Promise<Cast> {
  const learners = added.flatMap(({ id, person: { profile, homeEntryId } }): Beginner[] => {
    if (!profile || !homeEntryId) return []
    return [{ personId: id, profile, entryId: homeEntryId, province: provinceOfEntry(homeEntryId), isOfTheNine: false }]
  })
  const codes = [...new Set(entries.map(({ provinceCode }) => provinceCode))]
  const provinces = codes.map((code) => {
    const own = added.flatMap(({ id, person: { grant } }) =>
      grant.role === 'trainer' && grant.scope.kind === 'province' && grant.scope.province === code ? [id] : [],
    )
    const trainers = edition === 0 && code === nine.shown ? [nine.trainerId, ...own] : own
    return { code, trainers, placeName: entries.find((entry) => entry.provinceCode === code)?.name ?? '' }
  })
  const { managerId, adminId, shown } = nine
  const all = edition === 0 ? [...nine.learners, ...learners] : learners
  return { learners: all, provinces, managerId, adminId, shown: edition === 0 ? shown : '', measuring: edition > 0 }
}
