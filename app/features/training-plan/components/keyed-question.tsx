import { GroundLine } from '~/features/curriculum/components/ground-line'
import type { GroundView } from '~/features/curriculum/fact-basis.server'
import type { Level } from '~/features/curriculum/rules/module-content'
import { Tag } from '~/ui/tag'
import { levelNames } from '../plan-names'
import { EmphasisedText } from './emphasised-text'

type KeyedQuestionProps = {
  id: string
  level: Level
  stem: string
  explanation: string
  ground: GroundView
  options: readonly { id: string; text: string; right: boolean }[]
}

/** A question with its right answer marked, why it is right, and what it rests on. */
export function KeyedQuestionText({ id, level, stem, explanation, ground, options }: KeyedQuestionProps) {
  return (
    <article className="r-diff">
      <p className="r-small r-muted">
        {id}, {levelNames[level]}
      </p>
      <p>
        <b>
          <EmphasisedText text={stem} />
        </b>
      </p>
      <ul className="r-list">
        {options.map((option) => (
          <li key={option.id}>
            {option.text}
            {option.right ? (
              <>
                {' '}
                <Tag state="ok">Risposta giusta</Tag>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="r-muted">{explanation}</p>
      <GroundLine ground={ground} />
    </article>
  )
}
