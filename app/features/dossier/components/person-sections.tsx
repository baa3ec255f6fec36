import { formatDay } from '~/lib/dates'
import { DataTable } from '~/ui/data-table'
import { Facts } from '~/ui/facts'
import type { Dossier } from '../dossier.schema'
import { momentText } from './records'

/** Who one is on the platform: account, roles, postings. */
export function PersonSections({ dossier }: { dossier: Dossier }) {
  const { persona, ruoli, periodi_in_altre_sedi: postings } = dossier
  return (
    <>
      <section className="r-sec" aria-labelledby="persona">
        <h2 id="persona">I tuoi dati</h2>
        <Facts
          items={[
            { term: 'Nome e cognome', description: `${persona.nome} ${persona.cognome}` },
            { term: 'Indirizzo email', description: persona.email },
            { term: 'Profilo', description: persona.profilo ?? 'Nessuno' },
            { term: 'Sede', description: persona.sede ?? 'Nessuna' },
            { term: 'Sei su Rotta dal', description: momentText(persona.aggiunta_il) },
          ]}
        />
      </section>
      <section className="r-sec" aria-labelledby="ruoli">
        <h2 id="ruoli">Ruoli</h2>
        <DataTable
          caption="I tuoi ruoli"
          captionHidden
          rows={ruoli}
          rowKey={({ ruolo, ambito, dal }) => `${ruolo} ${ambito} ${dal}`}
          empty={<p>Nessun ruolo.</p>}
          columns={[
            {
              key: 'role',
              header: 'Ruolo',
              cell: ({ ruolo, seggio }) => (seggio ? `${ruolo}, ${seggio}` : ruolo),
            },
            { key: 'place', header: 'Dove', cell: ({ ambito }) => ambito },
            { key: 'from', header: 'Dal', cell: ({ dal }) => formatDay(dal) },
            { key: 'to', header: 'Al', cell: ({ al }) => (al ? formatDay(al) : 'In corso') },
          ]}
        />
      </section>
      {postings.length > 0 ? (
        <section className="r-sec" aria-labelledby="periodi">
          <h2 id="periodi">Periodi in altre sedi</h2>
          <DataTable
            caption="Periodi in altre sedi"
            captionHidden
            rows={postings}
            rowKey={({ sede, dal }) => `${sede} ${dal}`}
            columns={[
              { key: 'entry', header: 'Sede', cell: ({ sede }) => sede },
              { key: 'from', header: 'Dal', cell: ({ dal }) => formatDay(dal) },
              { key: 'to', header: 'Al', cell: ({ al }) => (al ? formatDay(al) : 'In corso') },
              { key: 'why', header: 'Motivo', cell: ({ motivo }) => motivo },
            ]}
          />
        </section>
      ) : null}
    </>
  )
}
