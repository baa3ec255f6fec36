import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Profile } from '~/features/auth/rules/profiles'
import { formatNumber } from '~/lib/numbers'
import { ShareBar } from '~/ui/charts/share-bar'
import { ScrollRegion } from '~/ui/scroll-region'
import { Tag } from '~/ui/tag'
import { type ListFilters, listAddress } from '../cabina-filters.schema'
import { lowShare, type PlaceFigure } from '../rules/place-figures'

type PlaceTableProps = {
  caption: string
  profile: Profile
  figures: PlaceFigure[]
  total: PlaceFigure
  /** The filters of the lists behind the numbers of all lines together. */
  listOfAll: Partial<ListFilters>
  /** The filters of the lists behind a line's numbers. */
  listOf: (figure: PlaceFigure) => Partial<ListFilters>
  /** Where the name of a line leads, if anywhere. */
  nameTo?: (figure: PlaceFigure) => string
}

/** Provinces or entries, each with its completions against its base, as figures and as a bar. */
export function PlaceTable({ caption, profile, figures, total, listOfAll, listOf, nameTo }: PlaceTableProps) {
  const longest = Math.max(...figures.map(({ base, completed }) => Math.max(base, completed)), 0)
  const navigators = profile === 'navigator'
  return (
    <ScrollRegion label={`Tabella: ${caption}`}>
      <table className="r-table r-pin r-min-s">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Dove</th>
            <th scope="col" className="n">
              Quota
            </th>
            <th scope="col" className="n">
              Completati
            </th>
            {navigators ? (
              <th scope="col" className="n">
                Posti
              </th>
            ) : null}
            <th scope="col" className="n">
              Iscritti
            </th>
            <th scope="col" className="r-barcell">
              {navigators ? 'Completati sui posti' : 'Completati sugli iscritti'}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Line key={figure.id} figure={figure} navigators={navigators} filters={listOf(figure)}>
              <th scope="row">
                {nameTo ? <Link to={nameTo(figure)}>{figure.name}</Link> : figure.name}
                {figure.low ? (
                  <>
                    <br />
                    <Tag state="warn">Sotto il {lowShare} %</Tag>
                  </>
                ) : null}
              </th>
              <td className="r-barcell">
                <ShareBar value={figure.completed} base={figure.base} longest={longest} low={figure.low} />
              </td>
            </Line>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{total.name}</th>
            <td className="n">{shareWords(total.share)}</td>
            <td className="n">
              <NumberLink
                value={total.completed}
                to={listAddress({ ...listOfAll, stato: 'completato' })}
                what={`${total.name}, completati`}
              />
            </td>
            {navigators ? <td className="n">{formatNumber(total.places)}</td> : null}
            <td className="n">
              <NumberLink value={total.enrolled} to={listAddress(listOfAll)} what={`${total.name}, iscritti`} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

type LineProps = {
  figure: PlaceFigure
  navigators: boolean
  filters: Partial<ListFilters>
  children: [ReactNode, ReactNode]
}

function Line({ figure, navigators, filters, children: [name, bar] }: LineProps) {
  const { share, completed, enrolled, places } = figure
  return (
    <tr>
      {name}
      <td className="n">
        <strong>{shareWords(share)}</strong>
      </td>
      <td className="n">
        <NumberLink
          value={completed}
          to={listAddress({ ...filters, stato: 'completato' })}
          what={`${figure.name}, completati`}
        />
      </td>
      {navigators ? <td className="n">{formatNumber(places)}</td> : null}
      <td className="n">
        <NumberLink value={enrolled} to={listAddress(filters)} what={`${figure.name}, iscritti`} />
      </td>
      {bar}
    </tr>
  )
}

/** A number that opens the list of those whom it counts. */
export function NumberLink({ value, to, what }: { value: number; to: string; what: string }) {
  return (
    <Link to={to}>
      {formatNumber(value)}
      <span className="visually-hidden"> {what}: apri l’elenco</span>
    </Link>
  )
}

function shareWords(share: number | null): string {
  return share === null ? '–' : `${share}\u00a0%`
}
