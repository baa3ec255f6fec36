import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { database } from './database/client.server'
import { environment } from './environment.server'

const editionSchema = z.object({ name: z.string().min(1), updated: z.iso.date(), normsAt: z.iso.date() })

/** Facts about this installation that every page needs. They do not change while it runs. */
export type Installation = {
  /** The database was loaded with fictional people. */
  isDemo: boolean
  /** Day of the content's last update. */
  contentUpdated: string
}

let known: Installation | undefined

/** What kind of installation this is; read at the first call. */
export async function installation(): Promise<Installation> {
  if (known) return known
  const file = join(environment.CONTENT_DIR, 'edition.yaml')
  const edition = editionSchema.parse(parse(readFileSync(file, 'utf8')))
  const demo = await database.setting.findUnique({ where: { key: 'demo' }, select: { value: true } })
  known = { isDemo: demo !== null, contentUpdated: edition.updated }
  return known
}
