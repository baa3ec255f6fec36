import { fitsCell } from '~/features/curriculum/rules/blueprint'
import type { BlueprintCell, Level } from '~/features/curriculum/rules/module-content'
import { type Random, seededRandom, shuffle } from './seeded-random'

/** A question of the bank as the draw reads it: by the hash of its frozen row. */
export type BankQuestion = { hash: string; objective: string; level: Level; options: readonly { id: string }[] }

/** A question in its place, with the ids of its options in the order in which they are shown. */
export type DrawnQuestion = { hash: string; optionOrder: string[] }

/**
 * The questions of an attempt: as many of each cell as the blueprint says, those that the learner has not seen first,
 * then those seen least; all of them, and the options of each, in an order of chance.
 *
 * The same seed, blueprint, bank and history always give the same draw, whatever order the bank comes in.
 * Cells are either a level of an objective or a whole objective, so one lies within the other or they have nothing in
 * common: filling the narrow ones first, each with the best it has, fills every blueprint that can be filled, and no
 * other choice has seen fewer.
 *
 * @param seen how often the learner was given a question, by hash
 * @throws when the bank cannot fill the blueprint: submission has refused such a plan (curriculum/rules/blueprint)
 */
export function draw(
  seed: string,
  blueprint: readonly BlueprintCell[],
  bank: readonly BankQuestion[],
  seen: ReadonlyMap<string, number>,
): DrawnQuestion[] {
  const random = seededRandom(seed)
  let left = inOrderOfPreference(bank, seen, random)
  const drawn: BankQuestion[] = []
  for (const cell of narrowFirst(blueprint)) {
    const taken = left.filter((question) => fitsCell(question, cell)).slice(0, cell.count)
    if (taken.length < cell.count) {
      throw new Error(`The bank cannot fill the blueprint at ${cell.objective} ${cell.level ?? ''}`)
    }
    drawn.push(...taken)
    left = left.filter((question) => !taken.includes(question))
  }
  return shuffle(drawn, random).map(({ hash, options }) => ({
    hash,
    optionOrder: shuffle(
      options.map(({ id }) => id),
      random,
    ),
  }))
}

/** Least seen first; among those seen equally often, chance decides. */
function inOrderOfPreference(bank: readonly BankQuestion[], seen: ReadonlyMap<string, number>, random: Random) {
  const byHash = [...bank].sort((one, other) => (one.hash < other.hash ? -1 : 1))
  const times = ({ hash }: BankQuestion) => seen.get(hash) ?? 0
  return shuffle(byHash, random).sort((one, other) => times(one) - times(other))
}

function narrowFirst(blueprint: readonly BlueprintCell[]) {
  return [...blueprint.filter(({ level }) => level), ...blueprint.filter(({ level }) => !level)]
}
