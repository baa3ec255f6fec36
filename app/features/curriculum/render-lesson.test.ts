import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderLesson } from './render-lesson.server'

const terms = [
  { slug: 'did', term: 'DID' },
  { slug: 'sap', term: 'SAP' },
]
const html = (markdown: string) => renderLesson(markdown, { terms }).html.trim()

describe('the text of a lesson', () => {
  test('headings have ids of their own, and make the outline', () => {
    const lesson = renderLesson('## Perché conta\n\nUno.\n\n### Fra parentesi\n\n## Perché *conta*\n\n# Contenuto', {
      terms,
    })
    expect(lesson.headings).toEqual([
      { id: 'sez-perche-conta', text: 'Perché conta' },
      { id: 'sez-perche-conta-2', text: 'Perché conta' },
      { id: 'sez-contenuto', text: 'Contenuto' },
    ])
    expect(lesson.html).toContain('<h2 id="sez-perche-conta-2">Perché <em>conta</em></h2>')
    expect(lesson.html).toContain('<h3 id="sez-fra-parentesi">Fra parentesi</h3>')
    expect(lesson.html).toContain('<h2 id="sez-contenuto">Contenuto</h2>')
  })

  test('markers leave the text, and the facts are listed once, in their order', () => {
    const lesson = renderLesson(
      'Uno. {F-027, F-003}\n\n- due {prassi}\n- tre {F-003}\n\n| A | B |\n|---|---|\n| a | b {F-001} |\n\n:::verifica\nquestion: A?\noptions:\n  - { text: a, right: true, why: b }\n  - { text: c, why: d }\nfacts: [F-009]\n:::',
      { terms },
    )
    expect(lesson.facts).toEqual(['F-027', 'F-003', 'F-001', 'F-009'])
    expect(lesson.html).not.toMatch(/[{}]|prassi|F-\d/)
    expect(lesson.html).toContain('<p>Uno.</p>')
    expect(lesson.html).toContain('<td>b</td>')
  })

  test('numbered, each sentence ends with what it rests on; advice has no number', () => {
    const { html: numbered, facts } = renderLesson(
      'Uno. {F-027, F-003}\n\n- due {prassi}\n- tre {F-003}\n\n| A | B |\n|---|---|\n| a | [[did|b]] {F-001} |',
      { terms, numbered: true },
    )
    const ref = (...numbers: number[]) =>
      `<small class="r-ref">[${numbers.map((at) => `<a href="#base-${at}" aria-label="Fonte ${at}">${at}</a>`).join(', ')}]</small>`
    expect(facts).toEqual(['F-027', 'F-003', 'F-001'])
    expect(numbered).toContain(`<p>Uno. ${ref(1, 2)}</p>`)
    expect(numbered).toContain('<li>due</li>')
    expect(numbered).toContain(`<li>tre ${ref(2)}</li>`)
    expect(numbered).toContain(`<td><a href="/glossario#did">b</a> ${ref(3)}</td>`)
    expect(numbered).not.toMatch(/[\uE000-\uE002{}]/)
  })

  test('numbered, a self-check says what it rests on behind its fold, and not before', () => {
    const check = (ground: string) =>
      `:::verifica\nquestion: A?\noptions:\n  - { text: a, right: true, why: b }\n  - { text: c, why: d }\n${ground}\n:::`
    const withFacts = renderLesson(check('facts: [F-009]'), { terms, numbered: true }).html
    const [before = '', behind = '', after] = withFacts.split(/<summary>|<\/details>/)
    expect(before + after).not.toContain('r-ref')
    expect(behind).toContain('La risposta poggia su <small class="r-ref">[<a href="#base-1"')
    expect(renderLesson(check('practice: true'), { terms, numbered: true }).html).toContain('su una buona pratica')
    expect(html(check('facts: [F-009]'))).not.toContain('poggia')
  })

  test('the first mention of a term is a link, the others are words; the guide is linked each time', () => {
    const found = html(
      '[[did]], [[did]] e [[did|la dichiarazione]]. [[F3.C4|qui]], [[F3.C4]], [[fase-3]] e [[fase-3|là]].',
    )
    expect(found).toBe(
      '<p><a href="/glossario#did">DID</a>, DID e la dichiarazione. ' +
        '<a href="/guida/attivita/F3.C4">qui</a>, <a href="/guida/attivita/F3.C4">F3.C4</a>, ' +
        '<a href="/guida/fasi/3">fase 3</a> e <a href="/guida/fasi/3">là</a>.</p>',
    )
  })

  test('a term that the glossary has no longer is its words', () => {
    expect(html('Vedi [[patto-firmato]] e [[tolto|quello]].')).toBe('<p>Vedi patto firmato e quello.</p>')
    expect(html('Non [[chiuso e non [[did| chiuso')).toBe('<p>Non [[chiuso e non [[did| chiuso</p>')
  })

  test('a link inside the cell of a table, and none inside another link', () => {
    expect(html('| A | B |\n|---|---|\n| [[did|la DID]] | b |')).toContain(
      '<th scope="row"><a href="/glossario#did">la DID</a></th><td>b</td>',
    )
    expect(html('[vedi [[did]]](https://example.org/a)')).toBe(
      '<p><a href="https://example.org/a" rel="noreferrer">vedi DID</a></p>',
    )
  })

  test('tables scroll on their own, each with a name', () => {
    const found = html('## Chi fa "che cosa"\n\n| A | |\n|---|---|\n| a | 1 |\n| | 2 |\n\n| C |\n|---|\n| c |')
    expect(found).toContain(
      '<div class="r-scroll" role="region" tabindex="0" aria-label="Tabella 1, Chi fa &quot;che cosa&quot;"><table class="r-table">',
    )
    expect(found).toContain('<tr><th scope="row">a</th><td>1</td></tr>')
    expect(found).toContain('<tr><td></td><td>2</td></tr>')
    expect(found).toContain('aria-label="Tabella 2, Chi fa &quot;che cosa&quot;"')
  })
})

describe('containers', () => {
  test('notes', () => {
    expect(html(':::nota Il Navigator affianca\nUn *richiamo*. {F-007}\n:::')).toBe(
      '<div class="r-note r-note--key"><strong>Il Navigator affianca</strong><p>Un <em>richiamo</em>.</p>\n</div>',
    )
    expect(html(':::attenzione Attento\nA. {prassi}\n:::')).toContain('<div class="r-note r-note--warn">')
  })

  test('steps', () => {
    expect(html(':::passi Come si fa\n1. Primo. {F-001}\n2. Secondo. {prassi}\n:::')).toBe(
      '<section class="r-steps" aria-labelledby="passi"><h3 id="passi">Come si fa</h3><ol>\n<li>Primo.</li>\n<li>Secondo.</li>\n</ol>\n</section>',
    )
  })

  test('a case: what asks its reader stands apart, the answer is behind a disclosure', () => {
    expect(
      html(
        ':::caso Basilio\nArriva.\n\n**Fermati un momento.** Che cosa fai?\n\n:::risposta\nLo accogli. {F-027}\n:::',
      ),
    ).toBe(
      '<section class="r-case" aria-labelledby="caso"><span class="r-kick r-ui">Caso inventato</span><h3 id="caso">Basilio</h3>' +
        '<p>Arriva.</p>\n<p class="fst-normal"><strong>Fermati un momento.</strong> Che cosa fai?</p>\n' +
        '<details class="r-ui"><summary>Confronta la tua risposta</summary><div><p>Lo accogli.</p>\n</div></details></section>',
    )
  })

  test('a self-check: lettered options, the right one and the reasons behind a disclosure, no form', () => {
    const found = html(
      ':::verifica\nquestion: Chi **compila** la DID?\noptions:\n  - text: Il Navigator\n    why: Affianca.\n  - text: L’operatore\n    right: true\n    why: È suo compito.\nfacts: [F-027]\n:::',
    )
    expect(found).toBe(
      '<section class="r-ask r-ui" aria-labelledby="verifica"><span class="r-kick">Una domanda per te, senza voto</span>' +
        '<h3 id="verifica">Chi <strong>compila</strong> la DID?</h3>' +
        '<ol type="a"><li>Il Navigator</li><li>L’operatore</li></ol>' +
        '<details class="r-ui"><summary>Confronta la tua risposta</summary><div><p><strong>La risposta giusta è la b.</strong></p>' +
        '<ol type="a"><li>Affianca.</li><li>È suo compito.</li></ol></div></details></section>',
    )
  })

  test('what cannot be read as a container is still shown', () => {
    expect(html(':::nota Aperta\nDentro.\n\nAncora.')).toContain('<p>Ancora.</p>')
    expect(html(':::nota Una\nA.\n:::attenzione Due\nB.\n:::\n:::\nC.')).toMatch(
      /r-note--key.*A\..*r-note--warn.*B\..*<p>C\.<\/p>/s,
    )
    expect(html(':::ignoto Uno\nA.\n:::')).toBe('<p>A.</p>')
    expect(html(':::verifica\nnon: [è una verifica\n:::')).toBe('<p>non: [è una verifica</p>')
    expect(html(':::verifica\na: &x [1]\nb: *y\n:::')).toContain('<p>a: &amp;x [1]')
  })
})

describe('an untrusted lesson', () => {
  test.each([
    '<script>alert(1)</script>',
    'a <script>alert(1)</script> b',
    '<img src=x onerror=alert(1)>',
    'a <img src=x onerror="alert(1)"> b',
    '<div onclick="alert(1)">a</div>',
    '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>',
    '<iframe src="https://example.org"></iframe>',
    '<style>*{display:none}</style>',
    '<p style="position:fixed">a</p>',
    '<form action="https://example.org"><input name=password></form>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a](java\tscript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](//example.org)',
    '<javascript:alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '![a](https://example.org/pixel.png)',
    '![a](javascript:alert(1))',
    '## <img src=x onerror=alert(1)>',
    '| <script>alert(1)</script> | [a](javascript:alert(1)) |\n|---|---|\n| <b onclick=x()>a</b> | b |',
    ':::nota <img src=x onerror=alert(1)>\n<script>alert(1)</script>\n:::',
    ':::passi "><script>alert(1)</script>\n1. <svg onload=alert(1)>\n:::',
    ':::caso <b onclick=x()>\n<script>alert(1)</script>\n:::risposta\n<img src=x onerror=alert(1)>\n:::',
    ':::verifica\nquestion: <img src=x onerror=alert(1)>\noptions:\n  - text: "<script>alert(1)</script>"\n    right: true\n    why: "[a](javascript:alert(1))"\n  - text: b\n    why: "<b onclick=x()>c</b>"\npractice: true\n:::',
    ':::verifica\n<script>alert(1)</script>\n:::',
    '[[did|<img src=x onerror=alert(1)>]]',
    '[[<script>|"><script>alert(1)</script>]]',
    '`<script>alert(1)</script>`',
    '```html\n<script>alert(1)</script>\n```',
    '    <script>alert(1)</script>',
    '<details open><summary>a</summary>',
    '</section></div></main><script>alert(1)</script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    'a <script> <img src=x onerror=alert(1)// b',
  ])('%s', (markdown) => {
    const found = html(`Prima.\n\n${markdown}\n\nDopo.`)
    expect(found).toContain('Prima.')
    expect(tagsOf(found).filter(([, name = '']) => !allowed.has(name))).toEqual([])
    for (const [tag] of tagsOf(found))
      expect(tag).not.toMatch(/\s(?:on\w+|style|src|srcset|action|name)\s*=|javascript:|data:|vbscript:|="\/\//i)
  })

  const allowed = new Set(
    'section div span details summary h2 h3 h4 p ul ol li strong em a br blockquote table thead tbody tr th td'.split(
      ' ',
    ),
  )
  const tagsOf = (found: string) => [...found.matchAll(/<\/?([a-z][a-z0-9]*)[^>]*>/gi)]

  test('whatever is written, tags are ours and closed in their order', () => {
    const piece = fc.constantFrom(
      'parola',
      '\n',
      '\n\n',
      '<b',
      '<script>',
      '</div>',
      '"',
      '>',
      '[[did',
      '|x]]',
      ']]',
      '[a](',
      'javascript:x)',
      ')',
      ':::nota T\n',
      '\n:::\n',
      ':::caso T\n',
      ':::risposta\n',
      ':::verifica\n',
      '| a | b |\n|---|---|\n',
      '| c |',
      '**',
      '*',
      '- ',
      '1. ',
      '> ',
      '# ',
      '`',
      '{F-001}',
      '&amp;',
      '&',
      '    ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const found = html(pieces.join(''))
        const open: string[] = []
        for (const [tag, name = ''] of tagsOf(found)) {
          expect(allowed.has(name)).toBe(true)
          // What stands in a label is text, also when it reads like code.
          expect(tag).not.toMatch(/(href|src|action)="\s*javascript:/i)
          expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/javascript:|\son\w+=|style=/i)
          if (tag.startsWith('</')) expect(open.pop()).toBe(name)
          else if (name !== 'br') open.push(name)
        }
        expect(open).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['quotations', '>'.repeat(20_000)],
    ['lists', '- '.repeat(5000)],
  ])('%s inside each other by the thousand are shown as they were written', (_, nest) => {
    expect(html(`Prima.\n\n:::nota Una\n${nest}fine\n:::\n\nDopo.`)).toMatch(/<p>Prima.*fine<\/p>.*<p>Dopo\.<\/p>/s)
  })

  test('a table of 5,000 rows renders within a second, inside its scroll container', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `| riga ${index} | **b** | [[did|c]] {F-027} |`)
    const started = performance.now()
    const found = html(`## Tabella\n\n| A | B | C |\n|---|---|---|\n${rows.join('\n')}\n\nDopo.`)
    expect(performance.now() - started).toBeLessThan(1000)
    expect(found.match(/<tr>/g)).toHaveLength(5001)
    expect(found).toMatch(/<div class="r-scroll"[^>]*><table class="r-table">/)
    expect(found.slice(found.indexOf('</table>'))).toMatch(/^<\/table><\/div>\s*<p>Dopo\.<\/p>$/)
  })
})
