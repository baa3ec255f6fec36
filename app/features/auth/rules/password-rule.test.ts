import { expect, test } from 'vitest'
import { refusePassword } from './password-rule'

test.each([
  ['rotta-demo-2019', 'navigator@rotta.example', undefined],
  ['undicicarat', 'a@b.it', 'Scegli una password di almeno 12 caratteri'],
  ['dodicicaratt', 'a@b.it', undefined],
  ['🙂'.repeat(11), 'a@b.it', 'Scegli una password di almeno 12 caratteri'],
  ['x'.repeat(129), 'a@b.it', 'Scegli una password di non più di 128 caratteri'],
  ['abababababab', 'a@b.it', 'Scegli una password con più caratteri diversi fra loro'],
  ['la-mia-MARIO.ROSSI', 'mario.rossi@ente.it', 'Scegli una password che non contenga il tuo indirizzo email'],
  ['contiene abc e altro', 'abc@ente.it', undefined],
])('%s for %s', (password, email, expected) => {
  expect(refusePassword(password, email)).toBe(expected)
})
