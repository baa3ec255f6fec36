import { z } from 'zod'

const count = z.int().min(0)

/** The two kinds of workplace of the act: employment centres, and offices for targeted placement of disabled people. */
const entrySchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}\.[a-z0-9]+(-[a-z0-9]+)*$/, 'deve avere la forma BG.cpi-albino'),
  name: z.string().trim().min(1),
  kind: z.enum(['cpi', 'cmd']),
  navigatorPlaces: count,
  note: z.string().trim().min(1).optional(),
})

const provinceSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/, 'deve essere la sigla della provincia, per esempio BG'),
  name: z.string().trim().min(1),
  navigatorPlaces: count,
  note: z.string().trim().min(1).optional(),
  entries: z.array(entrySchema).min(1),
})

/** content/territory.yaml: the table of Allegato 1, par. 6. */
export const territorySchema = z.strictObject({
  source: z.string().min(1),
  totals: z.strictObject({
    provinces: count,
    entries: count,
    employmentCentres: count,
    employmentCentresWithPlaces: count,
    navigatorPlaces: count,
  }),
  provinces: z.array(provinceSchema).min(1),
})

export type Territory = z.infer<typeof territorySchema>
