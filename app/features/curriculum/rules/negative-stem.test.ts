import { describe, expect, test } from 'vitest'
import { negativeStem } from './negative-stem'

describe('negativeStem', () => {
  test.each([
    'Quale di questi passi non spetta all’operatore?',
    'Chi non firma il Patto?',
    'Una persona arriva tardi. Che cosa non fa il Navigator?',
    'In quale caso la DID non serve?',
    'Il Navigator non può:',
    'Quale affermazione sul Patto è falsa?',
    'Tutti questi sono compiti del CPI, tranne uno. Tranne quale?',
  ])('«%s» is turned round, and nothing stands out', (stem) => {
    expect(negativeStem(stem)).toEqual({ bold: false })
  })

  test.each([
    'Quale di questi passi **non** spetta all’operatore?',
    'Quale affermazione sul Patto è **falsa**?',
    'Che cosa fa l’operatore che **non** sa?',
  ])('«%s» is turned round in bold', (stem) => {
    expect(negativeStem(stem)).toEqual({ bold: true })
  })

  test.each([
    'Una scheda non si apre con il profilo del Navigator. Come si comporta?',
    'Che cosa fa l’operatore se la persona non si presenta?',
    'Che cosa succede a chi non firma?',
    'Che cosa rischia una persona che non risponde?',
    'Quando la persona arriva, che cosa fa?',
    'Perché la DID non basta?',
    'Per quale motivo la prima firma non basta?',
    'Che cosa rischia chi rende una dichiarazione falsa?',
    'Da quando si contano i 30 giorni?',
  ])('«%s» is not', (stem) => {
    expect(negativeStem(stem)).toBeUndefined()
  })
})
