/**
 * Text as people compare it: lower case, without accents, apostrophes and dashes read as nothing,
 * single spaces. Used for the order of names and for finding them ("D’Àngelo" and "dangelo" meet).
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´-]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
