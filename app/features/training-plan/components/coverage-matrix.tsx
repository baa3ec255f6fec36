import { enoughCriteria, enoughQuestions } from '~/features/curriculum/rules/coverage'
import { formatNumber } from '~/lib/numbers'
import { ScrollRegion } from '~/ui/scroll-region'
import { Tag } from '~/ui/tag'
import { type CoverageGroup, coverageRowId, type PlanCoverage } from '../rules/coverage-view'

type CoverageMatrixProps = {
  /** What the rows are: "Attività del Navigator". */
  heading: string
  groups: readonly CoverageGroup[]
  modules: PlanCoverage['modules']
  /** Rows have an id, so that a sentence elsewhere can lead to them: in one matrix of a page alone. */
  anchored?: boolean
}

/** Which module trains what, and by how many questions and criteria it is verified; gaps are said in words. */
export function CoverageMatrix({ heading, groups, modules, anchored }: CoverageMatrixProps) {
  const rows = groups.flatMap((group) => group.rows)
  const sum = (of: 'questions' | 'criteria') => formatNumber(rows.reduce((total, row) => total + row[of], 0))
  return (
    <ScrollRegion label={`Copertura: ${heading}`}>
      <table className="r-table r-matrix r-min-s">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className="n">
              Domande
            </th>
            <th scope="col" className="n">
              Criteri
            </th>
            {modules.map(({ slug, shortTitle }, index) => (
              <th key={slug} scope="col" className="c">
                M{index + 1}
                <span className="visually-hidden"> {shortTitle}</span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className="grp">
              <th colSpan={3 + modules.length} scope="rowgroup">
                {group.title}
              </th>
            </tr>
            {group.rows.map((row) => (
              <Row key={row.id} row={row} modules={modules} id={anchored ? coverageRowId(row.id) : undefined} />
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">Totale</th>
            <td className="n">{sum('questions')}</td>
            <td className="n">{sum('criteria')}</td>
            <td colSpan={Math.max(modules.length, 1)} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

type RowProps = { row: CoverageGroup['rows'][number]; modules: PlanCoverage['modules']; id?: string }

function Row({ row, modules, id }: RowProps) {
  const inMatrix = row.kind === 'task' || row.kind === 'act'
  return (
    <tr id={id}>
      <th scope="row">
        {inMatrix ? <span className="r-id">{row.id}</span> : null} {row.title}
        {row.trainedBy.length === 0 ? (
          <>
            {' '}
            <Tag state="warn">nessun modulo</Tag>
          </>
        ) : null}
      </th>
      <Count count={row.questions} enough={inMatrix ? enoughQuestions : 0} />
      <Count count={row.criteria} enough={inMatrix ? enoughCriteria : 0} />
      {modules.map(({ slug }) => (
        <td key={slug} className="c">
          {row.trainedBy.includes(slug) ? <span className="r-m r-m--ok r-m--yes" role="img" aria-label="sì" /> : null}
        </td>
      ))}
    </tr>
  )
}

function Count({ count, enough }: { count: number; enough: number }) {
  if (count >= enough) return <td className="n">{formatNumber(count)}</td>
  const words = count === 0 ? '0, manca' : `${formatNumber(count)}, ne servono ${enough}`
  return (
    <td className="n gap">
      <Tag state="warn">{words}</Tag>
    </td>
  )
}
