// The names of the demo's invented people: combined by chance, they are nobody's in particular.

/** First names, of Italy and of the families that came to live in it. */
export const firstNames = words(`
  Adele Agnese Alberto Alessia Alina Amedeo Amina Andreea Anselmo Arianna Aurora Beatrice Benedetta Bianca Brando Bruno
  Camilla Carlotta Caterina Cecilia Celeste Cesare Chiara Claudio Cosimo Cristina Damiano Daniela Dario Debora Diego
  Donatella Edoardo Elisa Emanuele Enrica Ermal Ettore Eugenia Fabrizio Fatima Federico Filippo Fiorella Fosca Gabriele
  Gaia Gemma Ginevra Gioele Giordano Giuseppina Greta Guido Hamza Ilaria Ilir Imane Ines Iolanda Ivan Jacopo Jasmine
  Khadija Lamberto Lavinia Leandro Leila Leonardo Letizia Lidia Lin Livia Loredana Lorenzo Ludovica Manuela Marta Martina
  Matilde Maurizio Mélanie Michele Mihai Milena Mirco Mohamed Monica Nadia Nadège Natalia Nicolò Niccolò Noemi Nora
  Oksana Olga Olmo Oreste Ornella Ottavia Pamela Patrizia Pietro Priscilla Raffaele Rebecca Renato Riccardo Rita Roberta
  Rocco Rosalba Samuele Saverio Serena Sergio Sonia Stella Susanna Teodora Teresa Tiziano Tommaso Ugo Umberto
  Valentina Valerio Veronica Viola Virginia Vittorio Wanda Xhesika Yuri Zeno Zoë
`)

/** Surnames, with the apostrophes, accents and spaces that lists and downloads must carry. */
export const surnames = words(`
  Abbiati Agostoni Airoldi Albizzati Amadeo Angiolini Arrigoni Baggioli Baldassin Baroni Bazzini Belotti Benaglio
  Bernasconi Bertolè Besozzi Bignamini Boniardi Bordogna Borsani Bosatta Botticchio Brivio Brusadelli Buratti Cagnoni
  Calvetti Cantoni Capelletti Carissimi Casnedi Cassaghi Cattaneo Cavenaghi Ceriani Cislaghi Clerici Confalonieri
  Corbetta Cossu Crespi Crippa D’Adda D’Aloè D’Ambrogio D’Incà Dall’Acqua Dall’Ò De_Capitani De_Rosa Dell’Oca Del_Prà
  Della_Giovanna Dell’Oro Dossena El_Amrani Erba Fasòli Ferrandi Filiputti Foresti Fumagalli Galbiati Galimberti Gandolfi
  Garavaglia Ghezzi Ghisolfi Giudici Gnecchi Grandolini Gritti Guzzetti Hoxha Iannò Introzzi Kovačević L’Abbate Lanfranchi
  Legnani Locatelli Lo_Cascio Longoni Luraghi Maffioli Magistrelli Malacrida Mandelli Manzotti Marchesini Masnaghetti
  Meazza Mereghetti Micò Milesi Molteni Monguzzi Motta Mustafaj Nahimi Negroni Nicolodi Novati Oggioni Oldrati Orsenigo
  Ottolini Pagnoncelli Paleari Parravicini Pedrinelli Perego Petrović Piantanida Pirovano Popescu Pozzòli Quadrio
  Radaelli Ranghetti Redaelli Rigamonti Robecchi Rodríguez Rovelli Ruggeri Salvioni Sangalli Sant’Ambrogio
  Santambrogio Scaccabarozzi Sciarrabba Sironi Sottile Spreafico Tagliabue Tentori Terraneo Torriani Trabattoni Ùbeda
  Vaccà Valsecchi Vanzulli Vergani Viganò Vimercati Volontè Wang Xhafa Zambelli Zanetti Zappa Zhou Zucchelli
`)

/** Spaces within a name are written as underscores above. */
function words(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace('_', ' '))
}
