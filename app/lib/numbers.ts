const whole = new Intl.NumberFormat('it-IT', { useGrouping: 'always' })

/** `2.214` */
export function formatNumber(value: number): string {
  return whole.format(value)
}

/** `1 persona`, `2.214 persone` */
export function countOf(value: number, one: string, many: string): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`
}
