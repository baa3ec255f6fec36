import { Facts } from '~/ui/facts'
import { Tag } from '~/ui/tag'
import type { OutcomeView } from '../observation-views'
import { outcomeName } from '../observation-words'
import type { OutcomeGate } from '../rules/outcome-gates'

/** Whether an observation counts, and why: the three things that the plan asks of one. */
export function OutcomeGates({ outcome, missed }: { outcome: OutcomeView; missed: string[] }) {
  const { sufficient, failed } = outcome
  const words: Record<OutcomeGate, { term: string; text: string }> = {
    critical: { term: 'Criteri critici', text: criticalText(outcome, missed) },
    observed: {
      term: 'Criteri osservati',
      text: `${outcome.observed} su ${outcome.criteria}, ne servono almeno ${outcome.least}`,
    },
    score: { term: 'Punteggio', text: scoreText(outcome) },
  }
  return (
    <>
      <p>
        <Tag state={sufficient ? 'ok' : 'bad'}>{outcomeName(outcome)}</Tag>
      </p>
      <Facts
        plain
        items={(['critical', 'observed', 'score'] as const).map((gate) => ({
          key: gate,
          term: words[gate].term,
          description: <Tag state={failed.includes(gate) ? 'bad' : 'ok'}>{words[gate].text}</Tag>,
        }))}
      />
      {sufficient ? null : (
        <p className="r-muted mt-3">
          Resta nel percorso e si ripete. Un’osservazione che non vale non toglie nulla di quanto già raggiunto.
        </p>
      )}
    </>
  )
}

function criticalText({ failed, hasCritical }: OutcomeView, missed: string[]) {
  if (!hasCritical) return 'Nessuno in questa scheda'
  if (!failed.includes('critical')) return 'Tutti raggiunti'
  return missed.length > 0 ? `Non raggiunti: ${missed.join(', ')}` : 'Non tutti raggiunti'
}

function scoreText({ score, cutPercent }: OutcomeView) {
  const asked = `il piano chiede almeno ${cutPercent} %`
  return score === null ? `Non calcolato, ${asked}` : `${score} %, ${asked}`
}
