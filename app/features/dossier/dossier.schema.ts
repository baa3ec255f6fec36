import { z } from 'zod'

const moment = z.iso.datetime()
const day = z.iso.date()
const minutes = z.number().int().min(0)
const text = z.string()
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()

const module = z.strictObject({
  modulo: text,
  titolo: text,
  lezioni_lette: z.number().int(),
  lezioni_richieste: z.number().int(),
  minuti_fatti: minutes,
  minuti_richiesti: minutes,
  minuti_per_modalita: z.strictObject({
    online: minutes,
    aula: minutes,
    aula_a_distanza: minutes,
    collaborative: minutes,
    sul_lavoro: minutes,
  }),
  test_superato: z.boolean(),
  requisito_osservazione_raggiunto: z.boolean(),
  completato_il: maybe(moment),
})

/** A row of evidence; `corregge` names the one whose place it takes, `annulla` says that nothing takes it. */
const evidence = z.strictObject({
  id: text,
  modulo: text,
  tipo: z.enum(['lezione', 'ore', 'test', 'osservazione', 'riconoscimento']),
  che_cosa: text,
  minuti: maybe(minutes),
  giorno: day,
  registrata_il: moment,
  registrata_da: maybe(text),
  corregge: maybe(text),
  annulla: z.boolean(),
  vale_oggi: z.boolean(),
  motivo: maybe(text),
  documento: maybe(text),
})

const attempt = z.strictObject({
  modulo: text,
  tentativo: z.number().int(),
  iniziato_il: moment,
  consegnato_il: maybe(moment),
  chiuso_dal_tempo: z.boolean(),
  risposte_giuste: maybe(z.number().int()),
  domande: z.number().int(),
  soglia: z.number().int(),
  superato: maybe(z.boolean()),
  /** What the review rule opens after the test was handed in. */
  argomenti: maybe(
    z.array(z.strictObject({ argomento: text, risposte_giuste: z.number().int(), domande: z.number().int() })),
  ),
  /** And after it was passed. */
  risposte: maybe(
    z.array(
      z.strictObject({
        domanda: text,
        tua_risposta: maybe(text),
        risposta_giusta: text,
        corretta: z.boolean(),
        spiegazione: text,
      }),
    ),
  ),
})

const observation = z.strictObject({
  id: text,
  modulo: text,
  come: text,
  luogo: maybe(text),
  giorno: day,
  firmata_il: moment,
  firmata_da: maybe(text),
  criteri_del_profilo: z.number().int(),
  criteri_osservati: z.number().int(),
  punteggio_percento: maybe(z.number().int()),
  criteri_critici_raggiunti: z.boolean(),
  vale_per_il_requisito: z.boolean(),
  livello: maybe(z.number().int()),
  criteri: z.array(z.strictObject({ criterio: text, testo: text, valutazione: text, nota: maybe(text) })),
  fatto_bene: maybe(text),
  da_cambiare: maybe(text),
  azione: maybe(text),
  azione_entro_il: maybe(day),
  azione_precedente: maybe(text),
  corregge: maybe(text),
  annulla: z.boolean(),
  vale_oggi: z.boolean(),
  motivo: maybe(text),
  risposte: z.array(z.strictObject({ tipo: text, quando: moment, da: maybe(text), commento: maybe(text) })),
})

const practice = z.strictObject({
  id: text,
  modulo: text,
  giorno: day,
  minuti: minutes,
  attivita: z.array(text),
  con: text,
  nota: maybe(text),
  stato: text,
  scritta_il: moment,
  decisioni: z.array(z.strictObject({ esito: text, quando: moment, da: maybe(text), motivo: maybe(text) })),
})

const attendance = z.strictObject({
  registro: text,
  modulo: text,
  modalita: text,
  giorno: day,
  dalle: text,
  alle: text,
  titolo: maybe(text),
  luogo: maybe(text),
  minuti: minutes,
  motivo: maybe(text),
  firmato_da: maybe(text),
  firmato_il: moment,
  vale_oggi: z.boolean(),
})

const enrolment = z.strictObject({
  id: text,
  versione_del_piano: z.number().int(),
  profilo: text,
  iscritta_il: moment,
  lasciata_il: maybe(moment),
  completata_il: maybe(moment),
  eventi: z.array(z.strictObject({ evento: text, quando: moment, da: maybe(text), motivo: maybe(text) })),
  moduli: z.array(module),
  attivita: z.array(evidence),
  tentativi: z.array(attempt),
  sblocchi: z.array(
    z.strictObject({ modulo: text, quando: moment, da: maybe(text), tentativi: z.number().int(), motivo: text }),
  ),
  osservazioni: z.array(observation),
  autovalutazioni: z.array(
    z.strictObject({
      modulo: text,
      momento: text,
      quando: moment,
      criteri: z.array(z.strictObject({ criterio: text, testo: text, valutazione: text })),
    }),
  ),
  ore_sul_lavoro: z.array(practice),
  presenze: z.array(attendance),
})

/**
 * All that the platform holds about one person, as the download says it (docs/dossier.md). A key that is not listed
 * here is refused by the test: whoever adds one says so in that page.
 */
export const dossierSchema = z.strictObject({
  formato: z.literal('rotta-dossier/1'),
  creato_il: moment,
  persona: z.strictObject({
    id: text,
    nome: text,
    cognome: text,
    email: text,
    profilo: maybe(text),
    sede: maybe(text),
    aggiunta_il: moment,
    disattivata_il: maybe(moment),
  }),
  ruoli: z.array(z.strictObject({ ruolo: text, seggio: maybe(text), ambito: text, dal: day, al: maybe(day) })),
  periodi_in_altre_sedi: z.array(z.strictObject({ sede: text, dal: day, al: maybe(day), motivo: text })),
  iscrizioni: z.array(enrolment),
  firmato_per_altri: z.strictObject({
    osservazioni: z.number().int(),
    riesami: z.number().int(),
    registri: z.number().int(),
    ore_esaminate: z.number().int(),
    test_sbloccati: z.number().int(),
    voti: z.number().int(),
    commenti_al_piano: z.number().int(),
  }),
  accessi: z.array(z.strictObject({ dispositivo: text, dal: moment, ultima_attivita: moment })),
  chi_ha_guardato: z.array(z.strictObject({ quando: moment, nome: maybe(text), ruoli: z.array(text) })),
})

export type Dossier = z.infer<typeof dossierSchema>
export type DossierEnrolment = Dossier['iscrizioni'][number]
