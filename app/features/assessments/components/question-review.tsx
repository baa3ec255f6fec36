import { GroundLine } from '~/features/curriculum/components/ground-line'
import { EmphasisedText } from '~/features/training-plan/components/emphasised-text'
import { Facts } from '~/ui/facts'
import { Tag } from '~/ui/tag'
import type { ReviewedQuestion } from '../attempt-result.queries.server'

/** The questions of a passed test: what one answered, what was right, why, and where it is written. */
export function QuestionReview({ questions }: { questions: ReviewedQuestion[] }) {
  return questions.map(({ position, stem, own, right, correct, explanation, ground }) => (
    <article key={position} className="mb-4">
      <h3>
        {position}. <EmphasisedText text={stem} />
      </h3>
      <Tag state={correct ? 'ok' : 'bad'}>{correct ? 'Risposta giusta' : 'Risposta sbagliata'}</Tag>
      <Facts
        items={[
          { term: 'La tua risposta', description: own ?? 'Nessuna risposta' },
          ...(correct ? [] : [{ term: 'La risposta giusta', description: right }]),
        ]}
      />
      <p className="mb-2">{explanation}</p>
      <GroundLine ground={ground} />
    </article>
  ))
}
