import type { ReactNode } from 'react'
import { type Fact, Facts } from '~/ui/facts'
import { ScrollRegion } from '~/ui/scroll-region'

type SheetRow = { key: string; name: string; home: string | null; minutes?: string }

type SignatureSheetProps = {
  title: ReactNode
  facts: Fact[]
  rows: readonly SheetRow[]
  /** Empty lines for who comes without being on the list. */
  blanks: number
  trainer: string
}

/** The sheet that is signed by hand: one line for everybody, at coming and at leaving, and the trainer's below. */
export function SignatureSheet({ title, facts, rows, blanks, trainer }: SignatureSheetProps) {
  const lines: SheetRow[] = [
    ...rows,
    ...Array.from({ length: blanks }, (_, index) => ({ key: `vuota-${index}`, name: '', home: '' })),
  ]
  const withMinutes = rows.some(({ minutes }) => minutes !== undefined)
  return (
    <div className="mt-3">
      <h1>{title}</h1>
      <Facts items={facts} className="mt-3 mb-4" />
      <ScrollRegion label="Tabella delle firme">
        <table className="r-table r-min r-sign">
          <caption className="visually-hidden">Firme delle persone presenti</caption>
          <thead>
            <tr>
              <th scope="col" className="n">
                N.
              </th>
              <th scope="col">Nome</th>
              <th scope="col">Sede</th>
              {withMinutes ? (
                <th scope="col" className="n">
                  Minuti
                </th>
              ) : null}
              <th scope="col">Firma all’entrata</th>
              <th scope="col">Firma all’uscita</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, name, home, minutes }, index) => (
              <tr key={key}>
                <td className="n">{index + 1}</td>
                <th scope="row">{name || <span className="visually-hidden">Riga da compilare</span>}</th>
                <td>{home}</td>
                {withMinutes ? <td className="n">{minutes}</td> : null}
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="r-signline mt-5">Firma di {trainer}, che ha tenuto l’incontro</p>
    </div>
  )
}
