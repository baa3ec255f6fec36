/** A text that underlines its **non**, as stems of questions do. */
export function EmphasisedText({ text }: { text: string }) {
  return text.split('**').map((piece, index) => {
    const key = `${index}-${piece}`
    return index % 2 === 1 ? <em key={key}>{piece}</em> : piece
  })
}
