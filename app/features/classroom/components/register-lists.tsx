import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import type { OwnAttendance } from '../own-attendances.queries.server'
import type { DraftInList, RegisterInList } from '../registers.queries.server'
import { type RegisterFilters, registersAddress } from '../registers-filters.schema'
import type { TaughtModule } from '../taught-modules.queries.server'
import { ModuleFilter } from './module-filter'
import { OwnAttendanceTable } from './own-attendance-table'
import { DraftsTable, RegistersTable } from './registers-table'

type Listed = { registers: RegisterInList[]; more: boolean; filters: RegisterFilters; modules: readonly TaughtModule[] }

/** A trainer's drafts, then what they signed. */
export function TrainerRegisters({ drafts, ...listed }: Listed & { drafts: DraftInList[] }) {
  return (
    <>
      {drafts.length > 0 ? (
        <section className="r-sec" aria-label="Bozze">
          <DraftsTable drafts={drafts} />
        </section>
      ) : null}
      <SignedList
        {...listed}
        caption="I registri che hai firmato, dai più recenti"
        empty="Qui trovi i registri che firmi. Inizia un registro dopo l’incontro, o prima, per stampare il foglio delle firme."
      />
    </>
  )
}

/** The registers that somebody may read. */
export function ReadableRegisters(listed: Listed) {
  return (
    <SignedList
      {...listed}
      showTrainer
      caption="I registri firmati, dai più recenti"
      empty="Qui trovi i registri quando i formatori li firmano."
    />
  )
}

type SignedListProps = Listed & { caption: string; empty: string; showTrainer?: boolean }

function SignedList({ registers, more, filters, modules, caption, empty, showTrainer }: SignedListProps) {
  return (
    <section className="r-sec" aria-label="Registri firmati">
      <ModuleFilter chosen={filters.modulo} modules={modules} />
      {registers.length > 0 ? (
        <div className="mt-3">
          <RegistersTable registers={registers} caption={caption} showTrainer={showTrainer} />
        </div>
      ) : (
        <EmptyState title="Nessun registro firmato" lead={empty} />
      )}
      <Pages page={filters.pagina} more={more} at={(pagina) => registersAddress({ ...filters, pagina })} />
    </section>
  )
}

type OwnAttendancesProps = {
  attendances: OwnAttendance[]
  more: boolean
  page: number
  /** Below the registers of who trains and learns: the last page of them is enough. */
  among: boolean
}

/** One's own attendances. */
export function OwnAttendances({ attendances, more, page, among }: OwnAttendancesProps) {
  return (
    <section className="r-sec" aria-label="Le tue presenze">
      {attendances.length > 0 ? (
        <OwnAttendanceTable attendances={attendances} />
      ) : (
        <EmptyState
          title="Nessuna presenza registrata"
          lead="Qui trovi le tue ore in aula, a distanza e collaborative quando chi forma firma il registro."
        />
      )}
      {among ? null : <Pages page={page} more={more} at={(pagina) => registersAddress({ pagina })} />}
    </section>
  )
}

function Pages({ page, more, at }: { page: number; more: boolean; at: (page: number) => string }) {
  if (page === 1 && !more) return null
  return (
    <Pagination
      previous={page > 1 ? { to: at(page - 1) } : null}
      next={more ? { to: at(page + 1) } : null}
      summary={`Pagina ${page}`}
    />
  )
}
