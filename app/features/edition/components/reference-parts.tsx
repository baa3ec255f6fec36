import { LaterTag } from '~/features/curriculum/components/later-tag'
import type {
  FactView,
  GlossaryEntry,
  GlossaryLetter,
  SourceGroup,
  SourceView,
} from '~/features/phase-guide/guide-views'
import { partIds } from '../rules/part-ids'
import { BasisLine } from './fact-refs'
import { LinkLine } from './guide-part'
import { Section } from './section'

/** The terms in Italian order. */
export function GlossaryPart({ letters }: { letters: readonly GlossaryLetter[] }) {
  return (
    <Section id={partIds.glossary} className="ed-part">
      <dl className="ed-terms">
        {letters.flatMap(({ entries }) => entries.map((entry) => <Term key={entry.slug} entry={entry} />))}
      </dl>
    </Section>
  )
}

function Term({ entry: { slug, term, expansion, definition, facts, see, links } }: { entry: GlossaryEntry }) {
  return (
    <div>
      <dt id={partIds.term(slug)}>
        {term}
        {expansion ? <span className="fw-normal">, {expansion}</span> : null}
      </dt>
      <dd>
        {definition.map(({ text, later }) => (
          <p key={text}>
            {text} {later ? <LaterTag /> : null}
          </p>
        ))}
        <LinkLine
          label="Vedi anche"
          links={see.map((other) => ({ id: partIds.term(other.slug), words: other.term }))}
        />
        <LinkLine label="Nella guida" links={links.flatMap(({ to, label }) => guideLink(to, label))} />
        <BasisLine facts={facts} />
      </dd>
    </div>
  )
}

/** A page of the guide as a place of the edition. */
function guideLink(to: string, words: string) {
  const [, phase] = /^\/guida\/fasi\/(\d+)$/.exec(to) ?? []
  if (phase) return [{ id: partIds.phase(phase), words }]
  const [, activity] = /^\/guida\/attivita\/([\w.]+)$/.exec(to) ?? []
  return activity ? [{ id: partIds.activity(activity), words }] : []
}

/** Every source with the facts that were read there, in our words. */
export function SourcesPart({ groups }: { groups: readonly SourceGroup[] }) {
  return (
    <Section id={partIds.sources} className="ed-part">
      <p className="ed-lead">
        I fatti su cui si basano guida, glossario e lezioni, con parole nostre, e il posto in cui li abbiamo letti. «Lo
        dice l’atto»: sta nella D.g.r. XI/1981 del 22/07/2019 o nei suoi allegati. «Letto nella fonte»: lo abbiamo
        trovato nella fonte indicata. «Solo stampa o bozza»: lo riportano soltanto la stampa o una bozza.
      </p>
      {groups.map(({ kind, sources }) => (
        <Section key={kind} id={partIds.sourceGroup(kind)} className="ed-item">
          {sources.map((source) => (
            <SourceText key={source.id} source={source} />
          ))}
        </Section>
      ))}
    </Section>
  )
}

function SourceText({ source: { title, publisher, date, url, facts, alsoFacts } }: { source: SourceView }) {
  return (
    <div className="ed-source">
      <p>
        <strong>{title}</strong>
        <span className="ed-where">
          {' '}
          {[publisher, date].filter(Boolean).join(', ')}
          {url ? `, ${url}` : null}
        </span>
      </p>
      {facts.length > 0 ? (
        <ul className="r-list">
          {facts.map((fact) => (
            <FactText key={fact.id} fact={fact} />
          ))}
        </ul>
      ) : null}
      <LinkLine label="Letti anche qui" links={alsoFacts.map((id) => ({ id: partIds.fact(id), words: id }))} />
    </div>
  )
}

function FactText({ fact: { id, statement, mark, cite, laterFrom } }: { fact: FactView }) {
  return (
    <li id={partIds.fact(id)}>
      <span className="r-id">{id}</span> {statement}{' '}
      <span className="ed-where">{[cite, mark, laterFrom && `dal ${laterFrom}`].filter(Boolean).join(' · ')}</span>{' '}
      {laterFrom ? <LaterTag /> : null}
    </li>
  )
}
