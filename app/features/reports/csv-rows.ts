type Cell = string | number

/** Rows as the text of a CSV: figures with a decimal comma, as Italian spreadsheets read them. */
export async function* csvRows(portions: AsyncIterable<Cell[][]>): AsyncGenerator<string[][]> {
  for await (const rows of portions) {
    yield rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell)))
  }
}
