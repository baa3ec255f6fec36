import type { ParseArgsConfig } from 'node:util'

/** What a command leaves behind: lines for a person, an object for a script, and the exit code. */
export type Outcome = { code: 0 | 1; lines: string[]; json: Record<string, unknown> }

/** One of the operator's commands: `npm run rotta -- <words> [options]`. */
export type Command = {
  words: string[]
  /** What it asks for without an option's name; it arrives as `operand`. */
  operand?: string
  /** Its options as `node:util` parses them. */
  options: NonNullable<ParseArgsConfig['options']>
  usage: string
  summary: string
  run: (values: Record<string, string | boolean | undefined>) => Promise<Outcome>
}
