import { Tag } from '~/ui/tag'
import type { ModuleStanding, Proof } from '../rules/module-standing'

/** What the proofs of a module are called, in the order in which they stand. */
export const proofNames: { key: keyof ModuleStanding; name: string }[] = [
  { key: 'lessons', name: 'Lezioni' },
  { key: 'hours', name: 'Ore' },
  { key: 'test', name: 'Test' },
  { key: 'observation', name: 'Osservazioni' },
]

/** The proofs of a module, each with its state. */
export function ProofList({ standing }: { standing: ModuleStanding }) {
  return (
    <dl className="r-ev">
      {proofNames.map(({ key, name }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>
            <ProofTag proof={standing[key]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function ProofTag({ proof }: { proof: Proof }) {
  return <Tag state={proof.mark === 'todo' ? undefined : proof.mark}>{proof.text}</Tag>
}
