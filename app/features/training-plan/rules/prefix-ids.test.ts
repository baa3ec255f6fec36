import { expect, test } from 'vitest'
import { prefixIds } from './prefix-ids'

test.each([
  ['<h2 id="perche">Perché</h2>', '<h2 id="l1-perche">Perché</h2>'],
  [
    '<section aria-labelledby="caso"><h3 id="caso">x</h3></section>',
    '<section aria-labelledby="l1-caso"><h3 id="l1-caso">x</h3></section>',
  ],
  ['<a href="#passi">passi</a>', '<a href="#l1-passi">passi</a>'],
  ['<a href="/guida#passi">guida</a>', '<a href="/guida#passi">guida</a>'],
  ['<p>scrivi id="x" e href="#y"</p>', '<p>scrivi id="x" e href="#y"</p>'],
  ['<p>1 &lt; 2 id="x" &gt; 0</p>', '<p>1 &lt; 2 id="x" &gt; 0</p>'],
  ['', ''],
])('%s', (html, expected) => expect(prefixIds(html, 'l1')).toBe(expected))
