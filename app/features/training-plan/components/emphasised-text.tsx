/** A text that stresses its **non**, as stems of questions do: bold, and underlined where all is bold. */
export function EmphasisedText({ text }: { text: string }) {
  return text.split('**').map((piece, index) => {
    const key = `${index}-${piece}`
    return index % 2 === 1 ? (
      <strong className="r-stress" key={key}>
        {piece}
      </strong>
    ) : (
      piece
    )
  })
}
