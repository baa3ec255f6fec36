import type { Task } from '~/features/curriculum/guide-files.schema'

/** Whom the act names beside the Navigator, as the end of a sentence. */
export const whomNames: Record<Task['alongside'], string> = {
  operatore: 'l’operatore del CPI',
  responsabile: 'il Responsabile del CPI',
  cpi: 'il CPI',
}

/** Short form for a table. */
export const whomShort: Record<Task['alongside'], string> = {
  operatore: 'Operatore',
  responsabile: 'Responsabile del CPI',
  cpi: 'CPI',
}

/** "Collabora con il CPI": of a task, what the Navigator does beside whom. Only this verb takes "con". */
export function supportInWords({ verb, whom }: { verb: string; whom: string }): string {
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${verb === 'collabora' ? `con ${whom}` : whom}`
}
