import { DataTable } from '~/ui/data-table'
import { Facts } from '~/ui/facts'
import type { Dossier } from '../dossier.schema'
import { momentText } from './records'

const signedNames: Record<keyof Dossier['firmato_per_altri'], string> = {
  osservazioni: 'Osservazioni firmate',
  riesami: 'Riesami',
  registri: 'Registri firmati',
  ore_esaminate: 'Ore sul lavoro esaminate',
  test_sbloccati: 'Test sbloccati',
  voti: 'Voti sul piano',
  commenti_al_piano: 'Commenti al piano',
}

/** What one signed about others (numbers alone), one's sign-ins, and who looked at one's progress by name. */
export function ReadingSections({ dossier }: { dossier: Dossier }) {
  const { firmato_per_altri: signed, accessi, chi_ha_guardato: readings } = dossier
  const given = (Object.keys(signedNames) as (keyof typeof signedNames)[]).filter((key) => signed[key] > 0)
  return (
    <>
      {given.length > 0 ? (
        <section className="r-sec" aria-labelledby="firmato">
          <h2 id="firmato">Quello che hai firmato tu</h2>
          <p className="r-muted">Solo quanto: di chi si parla lo vede la persona stessa, nei propri dati.</p>
          <Facts items={given.map((key) => ({ term: signedNames[key], description: String(signed[key]) }))} />
        </section>
      ) : null}
      <section className="r-sec" aria-labelledby="accessi">
        <h2 id="accessi">Accessi</h2>
        <DataTable
          caption="I tuoi accessi"
          captionHidden
          rows={accessi}
          rowKey={({ dispositivo, dal }) => `${dispositivo} ${dal}`}
          empty={<p>Nessun accesso aperto.</p>}
          columns={[
            { key: 'device', header: 'Dispositivo', cell: ({ dispositivo }) => dispositivo },
            { key: 'from', header: 'Accesso del', cell: ({ dal }) => momentText(dal) },
            { key: 'last', header: 'Ultima attività', cell: ({ ultima_attivita }) => momentText(ultima_attivita) },
          ]}
        />
      </section>
      <section className="r-sec" aria-labelledby="sguardi">
        <h2 id="sguardi">Chi ha guardato il tuo avanzamento per nome</h2>
        <p className="r-muted">
          La Cabina di Regia e chi gestisce il piano, ogni volta che hanno aperto la tua scheda. Degli elenchi il
          registro tiene i filtri, non chi c’era dentro.
        </p>
        <DataTable
          caption="Chi ha guardato il tuo avanzamento"
          captionHidden
          rows={readings}
          rowKey={({ quando, nome }) => `${quando} ${nome}`}
          empty={<p>Nessuno.</p>}
          columns={[
            { key: 'at', header: 'Quando', cell: ({ quando }) => momentText(quando) },
            { key: 'who', header: 'Chi', cell: ({ nome }) => nome ?? '–' },
            { key: 'roles', header: 'Ruolo', cell: ({ ruoli }) => ruoli.join(', ') || '–' },
          ]}
        />
      </section>
    </>
  )
}
