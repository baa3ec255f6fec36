import type { Authorised } from '~/features/auth/authorise.server'
import { withinReach } from '~/features/territory/within-reach.server'
import { database, type Prisma } from '~/platform/database/client.server'
import type { RegisterFilters } from './registers-filters.schema'
import type { RegisterDraftBody } from './rules/register'
import { findTaughtModules } from './taught-modules.queries.server'

const pageSize = 50

/** A trainer's drafts, the one written last first. */
export async function findDrafts(by: Authorised<'register.write'>) {
  const [rows, titles] = await Promise.all([
    database.registerDraft.findMany({
      where: { trainerId: by.actorId ?? '' },
      orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
      take: pageSize,
      select: { id: true, updatedAt: true, corrects: true, body: true },
    }),
    findModuleTitles(),
  ])
  return rows.map(({ body: written, ...row }) => {
    const body = JSON.parse(written) as RegisterDraftBody
    const { moduleSlug, heldOn, title } = body
    return { ...row, moduleTitle: titles.get(moduleSlug) ?? null, heldOn, title, people: body.rows.length }
  })
}

export type DraftInList = Awaited<ReturnType<typeof findDrafts>>[number]

/** A page of the registers that a trainer signed, by their day, the last first. */
export function findOwnRegisters(by: Authorised<'register.write'>, filters: RegisterFilters) {
  return findPage({ trainerId: by.actorId ?? '' }, filters)
}

/** A page of the registers with somebody from where one may read them. */
export function findReadableRegisters(by: Authorised<'register.read'>, filters: RegisterFilters) {
  const region = by.scopes.some((scope) => scope.kind === 'region')
  return findPage(region ? {} : { attendances: { some: { enrolment: { person: withinReach(by) } } } }, filters)
}

async function findPage(where: Prisma.RegisterWhereInput, { modulo, pagina }: RegisterFilters) {
  const rows = await database.register.findMany({
    where: { ...where, isVoid: false, ...(modulo && { moduleSlug: modulo }) },
    orderBy: [{ heldOn: 'desc' }, { seq: 'desc' }],
    skip: (pagina - 1) * pageSize,
    take: pageSize + 1,
    select: {
      id: true,
      moduleSlug: true,
      mode: true,
      heldOn: true,
      startsAt: true,
      endsAt: true,
      trainer: { select: { firstName: true, lastName: true } },
    },
  })
  const shown = rows.slice(0, pageSize)
  const ids = shown.map(({ id }) => id)
  const [titles, corrections, counts] = await Promise.all([
    findModuleTitles(),
    database.register.findMany({ where: { corrects: { in: ids } }, select: { corrects: true, isVoid: true } }),
    // Of these alone: a count beside each register would first count all there ever were.
    database.attendance.groupBy({
      by: ['registerId'],
      where: { registerId: { in: ids }, minutes: { gt: 0 } },
      _count: true,
    }),
  ])
  const present = new Map(counts.map((row) => [row.registerId, row._count]))
  const nexts = new Map(corrections.map(({ corrects, isVoid }) => [corrects, isVoid ? 'void' : 'corrected'] as const))
  const registers = shown.map(({ moduleSlug, trainer, ...row }) => ({
    ...row,
    moduleTitle: titles.get(moduleSlug) ?? moduleSlug,
    trainer: `${trainer.firstName} ${trainer.lastName}`,
    present: present.get(row.id) ?? 0,
    state: nexts.get(row.id) ?? ('standing' as const),
  }))
  return { registers, more: rows.length > pageSize }
}

export type RegisterInList = Awaited<ReturnType<typeof findPage>>['registers'][number]

/** What the modules that somebody follows are called. */
export async function findModuleTitles(): Promise<Map<string, string>> {
  const modules = await findTaughtModules()
  return new Map(modules.map(({ slug, title }) => [slug, title]))
}
