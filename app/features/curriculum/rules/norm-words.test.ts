import { expect, test } from 'vitest'
import { normWords } from './norm-words'

test.each([
  ['Prima di chiamare, prepara l’elenco dei recapiti mancanti.', undefined],
  ['Chi legge capisce subito che cosa fare.', undefined],
  ['Metti in agenda un giorno per chi ha sbagliato data.', undefined],
  ['Dedica dieci minuti a ogni recapito.', undefined],
  ['Convoca entro 30 giorni.', '30 giorni'],
  ['Aspetta tre mesi prima di richiamare.', 'tre mesi'],
  ['Gli spettano 780 euro.', '780 euro'],
  ['Trattiene il 20 % della somma.', '20 %'],
  ['È un obbligo della persona.', 'obbligo'],
  ['La frequenza è obbligatoria.', 'obbligatoria'],
  ['Lo chiede la legge.', 'la legge'],
  ['Va fatto per legge.', 'per legge'],
  ['Lo dice l’art. 4.', 'art.'],
  ['Vedi il D.L. 4/2019.', 'D.L.'],
  ['Vedi la L. 26/2019.', 'L. 2'],
  ['Secondo la circolare Anpal.', 'circolare'],
  ['Rischia la decadenza.', 'decadenza'],
  ['Verifica se c’è un esonero.', 'esonero'],
])('%s → %s', (text, expected) => {
  expect(normWords(text)).toBe(expected)
})
