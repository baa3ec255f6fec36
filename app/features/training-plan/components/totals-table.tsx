import { profileNames } from '~/features/auth/role-names'
import { type Profile, profiles } from '~/features/auth/rules/profiles'
import { type Hours, modes } from '~/features/curriculum/rules/module-content'
import { sumOfModes } from '~/features/curriculum/rules/totals'
import { formatNumber } from '~/lib/numbers'
import { DataTable } from '~/ui/data-table'
import { modeNames } from '../plan-names'

type TotalsTableProps = { totals: Partial<Record<Profile, Hours>>; caption?: string; captionHidden?: boolean }

/** What somebody of each profile has to do, in the plan or in one module: hours by mode. */
export function TotalsTable({
  totals,
  caption = 'Ore del piano per profilo e modalità',
  captionHidden,
}: TotalsTableProps) {
  const rows = profiles.flatMap((profile) => {
    const hours = totals[profile]
    return hours ? [{ profile, hours }] : []
  })
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      rowKey={({ profile }) => profile}
      empty={<p className="r-muted">Nessun modulo ha ancora ore.</p>}
      columns={[
        { key: 'profile', header: 'Profilo', cell: ({ profile }) => profileNames[profile] ?? profile },
        ...modes.map((mode) => ({
          key: mode,
          header: `Ore ${modeNames[mode]}`,
          numeric: true,
          cell: ({ hours }: { hours: Hours }) => formatNumber(hours[mode]),
        })),
        {
          key: 'total',
          header: 'In tutto',
          numeric: true,
          cell: ({ hours }) => `${formatNumber(sumOfModes(hours))} h`,
        },
      ]}
    />
  )
}
