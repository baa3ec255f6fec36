// What invented trainers and learners write. In general words: they must fit any module of any plan.

export const strengths = [
  'Ha ascoltato fino in fondo prima di fare domande.',
  'Ha controllato ogni voce a schermo insieme alla persona.',
  'Ha spiegato i passi con parole semplici e li ha fatti ripetere.',
  'È rimasto nel proprio ruolo anche quando la domanda era rivolta a lui.',
  'Ha tenuto l’ordine del colloquio senza fretta.',
  'Ha riconosciuto il caso difficile e ha chiesto aiuto in tempo.',
  'Ha preparato prima i documenti che servivano.',
  'Ha chiuso il colloquio riassumendo che cosa succede dopo.',
]

export const changes = [
  'Fare una domanda alla volta e aspettare la risposta.',
  'Rileggere con la persona prima di salvare.',
  'Non dare per scontato che la sigla sia conosciuta.',
  'Passare prima all’operatore le domande che non spettano al Navigator.',
  'Guardare la persona, non solo lo schermo.',
  'Controllare le scadenze prima di fissare il prossimo incontro.',
  'Scrivere subito la notizia, non alla fine.',
]

export const actions = [
  'Provare il colloquio con un collega, con la scheda davanti.',
  'Rileggere la lezione e preparare tre domande da portare in aula.',
  'Affiancare due colloqui di un operatore esperto e annotare i passaggi.',
  'Preparare un promemoria di una pagina da tenere alla scrivania.',
  'Rifare la verifica su due casi inventati e confrontarli insieme.',
]

export const notes = [
  'La notizia è emersa tardi e non è stata ripresa.',
  'Il passaggio è stato saltato: c’era gente in attesa.',
  'Lo ha fatto solo dopo che gliel’ho ricordato.',
  'Una voce su quattro è rimasta da verificare.',
  'Ha risposto al posto di chi doveva farlo.',
]

export const disagreements = [
  'Quel giorno il sistema era fermo: la verifica non si poteva fare in quel momento.',
  'La rilettura l’ho fatta quando l’osservatore era uscito per una telefonata.',
  'Il criterio segnato come non raggiunto non era previsto in quel colloquio.',
]

export const reviews = {
  confirmed: 'Ho sentito entrambi e riletto la scheda: la valutazione è motivata e resta.',
  overturned: 'Dal confronto risulta che la verifica non si poteva fare: l’osservazione va rifatta.',
}

export const observationCorrections = [
  'Avevo segnato come non raggiunto un criterio che nel colloquio non si poteva vedere.',
  'Ho scambiato due criteri nel riportare gli appunti.',
]
export const observationVoid = 'La scheda riguardava un’altra persona dello stesso gruppo.'

export const unlockReasons = [
  'Abbiamo rivisto insieme gli argomenti più deboli: può riprovare.',
  'Ha ripreso le lezioni e spiegato bene i casi dubbi a voce.',
  'Le difficoltà erano di lettura a schermo: ora lavora su carta e poi risponde.',
]

export const practiceNotes = [
  'Mattina di colloqui, poi riordino delle schede.',
  'Affiancamento allo sportello.',
  'Due appuntamenti preparati il giorno prima.',
  'Verifiche sul sistema con la persona presente.',
]
export const practiceReturned = [
  'Manca con chi eri: riscrivilo indicando la persona giusta.',
  'Le ore comprendono la pausa: toglila e segna di nuovo.',
]
export const practiceRevoked = 'Quel giorno la persona risultava assente: le ore erano segnate per errore.'

export const absences = ['Malattia', 'Ferie già concordate', 'Colloqui che non si potevano spostare', 'Permesso']
export const earlyLeaves = ['Uscita anticipata per un appuntamento', 'Arrivo in ritardo: treno soppresso']

/** Of who needs less than the whole meeting. */
export const fewerMinutes = {
  profile: 'Il piano chiede meno ore per questo profilo',
  missed: 'Recupera solo la parte che mancava',
}

export const registerCorrection = 'Una persona firmata come assente era presente; un’altra è uscita prima.'
export const registerVoid = 'Registro compilato due volte per lo stesso incontro.'

export const leaveReasons = ['Dimissioni', 'Passaggio ad altro ufficio', 'Aspettativa', 'Congedo di maternità']
export const postingReasons = [
  'Sostituzione di una collega assente',
  'Apertura di uno sportello in più',
  'Picco di convocazioni nella sede',
]

export const recognition = {
  reason: 'Stessi contenuti di un corso già frequentato e attestato.',
  document: 'Attestato agli atti, protocollo DEMO/2019/',
  reduced: 'Le ore del corso precedente erano meno di quelle riconosciute.',
  mistaken: 'L’attestato riguardava un altro argomento.',
}
