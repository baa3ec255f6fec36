import { describe, expect, test } from 'vitest'
import { looksLikePhone } from './phone-like'

describe('a text that holds something like a telephone number', () => {
  test.each([
    'chiamare il 3331234567',
    'cell. 333 123 4567',
    'cell. 333-1234567',
    'tel 035 123456',
    'tel. 02/12345678',
    '+39 333 1234567',
    '0039 035 123456',
    '+41 91 123 45 67',
    '031.123456',
  ])('%j is one', (text) => expect(looksLikePhone(text)).toBe(true))

  test.each([
    '',
    'Ha chiesto la DID del 16/12/2019',
    'dal 01/10/2019 al 03.11.2019',
    'il 01-10-19 e il 02-10-19',
    '12 minuti su 30, criteri 1, 2 e 3',
    'legge 26/2019, art. 4 comma 15',
    'D.g.r. 1981 del 22 luglio 2019',
    '1.000,00 euro su 20.000',
    'codice 123456789',
    'fase 3, punto 2',
  ])('%j is none', (text) => expect(looksLikePhone(text)).toBe(false))
})
