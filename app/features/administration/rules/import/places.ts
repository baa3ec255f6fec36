import { provinceOfEntry } from '~/features/auth/grants-from-rows'
import type { Scope } from '~/features/auth/rules/grants'
import { foldText } from '~/lib/fold-text'
import { nearestName } from './nearest-name'

export type Places = {
  provinces: readonly { code: string; name: string }[]
  entries: readonly { id: string; name: string }[]
}

/** So many different wrong names of places get a hint: more than a report shows. The search for one takes long. */
const mostHints = 200

type Found<T> = { ok: true; value: T } | { ok: false; message: string }

/** Finds places by what people write of them; made once per file. */
export function indexPlaces({ provinces, entries }: Places) {
  const entryByName = new Map<string, string>()
  for (const { id, name } of entries) {
    entryByName.set(id.toLowerCase(), id)
    entryByName.set(foldText(name), id)
    const short = foldText(name).replace(/^cpi /, '')
    if (!entryByName.has(short)) entryByName.set(short, id)
  }
  const provinceByName = new Map(
    provinces.flatMap(({ code, name }) => [
      [foldText(code), code],
      [foldText(name), code],
      [`provincia di ${foldText(name)}`, code],
    ]),
  )
  const names = entries.map((entry) => entry.name)
  const hints = new Map<string, string | undefined>()

  function hintFor(written: string): string | undefined {
    const known = hints.has(written) || hints.size >= mostHints
    if (!known) hints.set(written, nearestName(written, names))
    return hints.get(written)
  }

  /** An entry by its name (with or without CPI before it) or its id. */
  function findEntry(written: string): Found<string> {
    const id = entryByName.get(written.trim().toLowerCase()) ?? entryByName.get(foldText(written))
    if (id) return { ok: true, value: id }
    const nearest = hintFor(written)
    const hint = nearest ? `forse volevi scrivere «${nearest}»?` : 'scrivi il nome come nella pagina Territorio'
    return { ok: false, message: `La sede «${shorten(written)}» non c’è: ${hint}` }
  }

  /** "Regione", a province by name or code, or an entry. */
  function findScope(written: string): Found<Scope> {
    const name = foldText(written)
    if (['regione', 'tutta la regione', 'lombardia', 'regione lombardia'].includes(name)) {
      return { ok: true, value: { kind: 'region' } }
    }
    const province = provinceByName.get(name)
    if (province) return { ok: true, value: { kind: 'province', province } }
    const entry = findEntry(written)
    if (entry.ok)
      return { ok: true, value: { kind: 'entry', entry: entry.value, province: provinceOfEntry(entry.value) } }
    return { ok: false, message: entry.message.replace('La sede', 'L’ambito') }
  }

  return { findEntry, findScope }
}

/** What a cell says, short enough for a sentence. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
