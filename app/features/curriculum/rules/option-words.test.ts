import { expect, test } from 'vitest'
import { standsForOthers } from './option-words'

test.each([
  'Tutte le precedenti',
  'Tutte le risposte precedenti.',
  'Tutte le precedenti sono corrette',
  'Tutti i precedenti',
  'Nessuna delle precedenti',
  'Nessuna delle altre risposte',
  'Nessuna di queste',
  'Nessuna delle risposte indicate sopra',
  'Nessuna risposta è giusta',
  'Entrambe le precedenti',
  'Entrambe',
  'Tutte e tre le risposte',
  'Tutte e tre',
  'Sono tutte vere',
  'Sono tutte e tre corrette',
  'Tutte le altre',
  'A e B',
  'Sia a sia c',
  'Sia la a che la b',
  'Solo a e b',
])('«%s» stands for others', (option) => {
  expect(standsForOthers(option)).toBe(true)
})

test.each([
  'Presenta tutti e tre dando per ciascuno le stesse notizie',
  'Tutte le convocazioni precedenti',
  'Nessuna',
  'Nessuna DID',
  'Entrambi i genitori',
  'A ogni incontro',
  'Tutti i maggiorenni del nucleo',
  'Le altre persone del nucleo',
  'Tutte le offerte di lavoro adatte a lei',
])('«%s» says something', (option) => {
  expect(standsForOthers(option)).toBe(false)
})
