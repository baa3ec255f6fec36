import { EmphasisedText } from '~/features/training-plan/components/emphasised-text'
import { levelNames } from '~/features/training-plan/plan-names'
import { partAnchor, path } from '~/features/training-plan/rules/plan-parts'
import { groupedBy } from '~/lib/grouped-by'
import { countOf } from '~/lib/numbers'
import type { EditionModule } from '../edition-view'
import { questionsPath } from '../rules/edition-outline'
import { Section } from './section'

/** The questions of a module by objective, each with what it tests; which answer is right is not among its data. */
export function QuestionBank({ module }: { module: EditionModule }) {
  const { slug, questions, objectives } = module
  return (
    <Section id={partAnchor(questionsPath(slug))} className="ed-item">
      <p className="ed-lead">{countOf(questions.length, 'domanda', 'domande')}, senza risposte giuste.</p>
      {[...groupedBy(questions, ({ objective }) => objective)].map(([objective, group]) => (
        <section key={objective}>
          <h5>
            {objective} {objectives.find(({ id }) => id === objective)?.text}
          </h5>
          {group.map((question) => (
            <QuestionText key={question.id} slug={slug} question={question} />
          ))}
        </section>
      ))}
    </Section>
  )
}

function QuestionText({ slug, question }: { slug: string; question: EditionModule['questions'][number] }) {
  return (
    <div className="ed-question" id={partAnchor(path.question(slug, question.id))}>
      <p>
        <span className="r-id">{question.id}</span> <EmphasisedText text={question.stem} />
      </p>
      <ol type="a">
        {question.options.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      <p className="ed-basis">
        {levelNames[question.level]}; verifica {question.tests.join(', ') || 'nulla'}
      </p>
    </div>
  )
}
