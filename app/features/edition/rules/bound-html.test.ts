import { expect, test } from 'vitest'
import { boundHtml } from './bound-html'

const everything = () => true
const nothing = () => false

test('headings go below the one above, and none is left out', () => {
  const html = '<h3 id="a">Caso</h3><h2>Uno</h2><h3>Passi</h3><h4>Ancora</h4><h2>Due</h2><h4>Nota</h4>'
  expect(boundHtml(html, 4, everything)).toBe(
    '<h5 id="a">Caso</h5><h5>Uno</h5><h6>Passi</h6><h6>Ancora</h6><h5>Due</h5><h6>Nota</h6>',
  )
})

test('what is folded lies open, and nothing is a landmark', () => {
  const html =
    '<section class="r-case" aria-labelledby="x"><details class="r-ui"><summary>Confronta</summary><div><p>Sì.</p></div></details></section>' +
    '<div class="r-scroll" role="region" tabindex="0" aria-label="Tabella 1"></div>'
  expect(boundHtml(html, 4, everything)).toBe(
    '<section class="r-case"><div class="ed-answer r-ui"><p class="ed-answer-head">Confronta</p><div><p>Sì.</p></div></div></section>' +
      '<div class="r-scroll" role="group" tabindex="0" aria-label="Tabella 1"></div>',
  )
})

test.each([
  ['/glossario#did', '#termine-did'],
  ['/fonti#F-012', '#F-012'],
  ['/guida/fasi/5', '#fase-5'],
  ['/guida/attivita/F5.C1', '#attivita-F5.C1'],
  ['/guida/ulteriori-attivita', '#ulteriori-attivita'],
])('%s stays within the book', (href, within) => {
  expect(boundHtml(`<p><a href="${href}">qui</a></p>`, 4, everything)).toBe(`<p><a href="${within}">qui</a></p>`)
  expect(boundHtml(`<p><a href="${href}">qui</a></p>`, 4, nothing), 'not in this book').toBe('<p>qui</p>')
})

test('pages that are not in the book keep their words, other sites and places of the text their links', () => {
  const html =
    '<a href="/moduli/x/test">il test</a> <a href="https://a.example" rel="noreferrer">a</a> <a href="#b">b</a>'
  expect(boundHtml(html, 4, everything)).toBe(
    'il test <a href="https://a.example" rel="noreferrer">a</a> <a href="#b">b</a>',
  )
})
