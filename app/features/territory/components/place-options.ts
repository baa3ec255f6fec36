import type { SelectGroup, SelectOption } from '~/ui/forms/select-field'

type Places = {
  region: boolean
  provinces: { code: string; name: string; whole: boolean; entries: { id: string; name: string }[] }[]
}

/** Entries under their provinces, for choosing where somebody belongs. */
export function entryOptions({ provinces }: Places): SelectGroup[] {
  return provinces.map(({ name, entries }) => ({
    group: name,
    options: entries.map((entry) => ({ value: entry.id, label: entry.name })),
  }))
}

/** The region, provinces and entries, for choosing where a role holds: the values that `scopeField` reads. */
export function scopeOptions({ region, provinces }: Places): (SelectOption | SelectGroup)[] {
  return [
    ...(region ? [{ value: 'region', label: 'Tutta la regione' }] : []),
    ...provinces.map(({ code, name, whole, entries }) => ({
      group: name,
      options: [
        ...(whole ? [{ value: `province:${code}`, label: `${name}, tutte le sedi` }] : []),
        ...entries.map((entry) => ({ value: `entry:${entry.id}`, label: entry.name })),
      ],
    })),
  ]
}

/** Provinces, for filters. */
export function provinceOptions({ provinces }: Places): SelectOption[] {
  return provinces.map(({ code, name }) => ({ value: code, label: name }))
}
