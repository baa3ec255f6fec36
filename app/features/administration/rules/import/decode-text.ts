/** How a file's bytes were read. */
export type Encoding = 'UTF-8' | 'Windows-1252'

/**
 * The text of an uploaded file: UTF-8 (its mark dropped) when the bytes allow it, else Windows-1252, which is what
 * spreadsheets on Italian desks write and which contains Latin-1.
 * @returns undefined when the bytes are no text at all
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return undefined
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'Windows-1252' }
  }
}

// What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F. Node 20's own decoder leaves them out.
const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\x80-\x9f]/g, (letter) => special[letter.charCodeAt(0) - 0x80] ?? letter)
}
