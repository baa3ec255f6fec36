// What is photographed for the guides of "Come usare Rotta" (app/features/help/guides): who signs in, the way to the
// page, and which part of it. In this order, since what is done for one picture may show in the next. Lists are taken by
// their place on the page and people by their e-mail, so that the pictures stand another plan.
import { Buffer } from 'node:buffer'
import { photograph, photographWindow, visit } from './demo-studio.mjs'

/** With the whole menu, for the page on which one begins. */
const desk = { width: 1024, height: 900 }
/** As wide as reads well in a column of text and on paper. */
const tablet = { width: 820, height: 1100 }
const phone = { width: 390, height: 780 }

const main = (page) => page.locator('main')
const heading = (page, name) => main(page).getByRole('heading', { name })
const title = (page) => main(page).locator('.r-title')
/** The n-th row of a page's list, or the last one of a shorter list. */
async function row(page, number) {
  const rows = main(page).locator('tbody tr')
  await rows.first().waitFor()
  return rows.nth(Math.min(number, await rows.count()) - 1)
}
/** Goes where the first link of a table leads. */
async function openFirst(page, table) {
  await follow(page, table.locator('a').first())
}

async function follow(page, link) {
  const to = await link.getAttribute('href')
  await visit(page, to ?? '')
}

const learner = { as: 'navigator@rotta.example' }
const trainer = { as: 'formatore@rotta.example' }
const centreManager = { as: 'responsabile@rotta.example' }
const planManager = { as: 'gestore@rotta.example' }
const seat = { as: 'direttore@rotta.example' }
const admin = { as: 'admin@rotta.example' }

export const helpPictures = [
  {
    name: 'piano',
    ...learner,
    viewport: desk,
    async take(page) {
      await visit(page, '/piano')
      return photograph(page, { to: main(page).locator('table').first(), below: 8 })
    },
  },
  {
    name: 'annota-le-ore',
    ...learner,
    viewport: tablet,
    async take(page) {
      await visit(page, '/pratica')
      const form = main(page).locator('form', { has: page.getByLabel('Quante ore') })
      return photograph(page, { from: form, to: form })
    },
  },
  {
    name: 'presa-visione',
    ...learner,
    viewport: tablet,
    async take(page) {
      await visit(page, '/osservazioni')
      await openFirst(page, main(page).locator('table').first())
      const end = page.getByRole('button', { name: 'Registra la presa visione' })
      return photograph(page, { from: heading(page, 'Presa visione'), to: end })
    },
  },
  {
    name: 'domanda-sul-telefono',
    ...learner,
    viewport: phone,
    async take(page) {
      await readUntilTheTestOpens(page)
      await page.getByRole('button', { name: 'Inizia il test' }).click()
      await page.waitForURL(/\/tentativi\//)
      await page.getByRole('radio').nth(1).check()
      return photograph(page, {
        from: main(page),
        to: page.getByRole('button', { name: 'Salva e vai avanti' }),
        above: 0,
      })
    },
  },
  {
    name: 'chi-aspetta-te',
    ...trainer,
    viewport: desk,
    async take(page) {
      await visit(page, '/formazione')
      return photograph(page, { to: main(page).locator('table').first() })
    },
  },
  {
    name: 'scheda-di-osservazione',
    ...trainer,
    viewport: { ...tablet, height: 660 },
    async take(page) {
      await visit(page, '/osservazioni')
      await openFirst(page, main(page).locator('table').first())
      return photographWindow(page, heading(page, 'Criteri').first())
    },
  },
  {
    name: 'registro',
    ...trainer,
    viewport: tablet,
    async take(page) {
      await visit(page, '/aula')
      await openFirst(page, main(page).locator('table').first())
      return photograph(page, { from: heading(page, /^Chi c’era/), to: await row(page, 4), below: 1 })
    },
  },
  {
    name: 'ore-da-convalidare',
    ...trainer,
    viewport: tablet,
    async take(page) {
      await visit(page, '/pratica/convalida')
      return photograph(page, { to: main(page).locator('table').first() })
    },
  },
  {
    name: 'il-mio-centro',
    ...centreManager,
    viewport: desk,
    async take(page) {
      await visit(page, '/centro')
      return photograph(page, { to: main(page).locator('table').first() })
    },
  },
  {
    name: 'persona-del-centro',
    ...centreManager,
    viewport: tablet,
    async take(page) {
      await visit(page, '/centro')
      await follow(page, main(page).locator('table').nth(1).locator('a').first())
      const section = main(page).locator('section.r-sec').first()
      for (const fold of await section.locator('summary').all()) await fold.click()
      return photograph(page, { from: section, to: section })
    },
  },
  {
    name: 'iscrizioni',
    ...planManager,
    viewport: desk,
    async take(page) {
      await visit(page, '/gestione/iscrizioni')
      return photograph(page, { to: await row(page, 7), below: 1 })
    },
  },
  {
    name: 'bozza-del-piano',
    ...planManager,
    viewport: tablet,
    async take(page) {
      await visit(page, '/gestione')
      await page.getByRole('button', { name: 'Prepara una bozza' }).click()
      await page.waitForURL(/\/gestione\/piani\//)
      // Anew, without the message that it is ready.
      await visit(page, new URL(page.url()).pathname)
      return photograph(page, {
        from: title(page),
        to: page.getByRole('list', { name: 'Moduli del piano, in ordine' }).locator('li').nth(1),
        above: 0,
        below: 1,
      })
    },
  },
  {
    name: 'regole-del-modulo',
    ...planManager,
    viewport: tablet,
    async take(page) {
      await visit(page, '/gestione')
      await openFirst(page, main(page).locator('table').first())
      await follow(page, main(page).locator('a[href*="/moduli/"]').first())
      const test = main(page).locator('fieldset', { hasText: 'Domande estratte per il test' })
      return photograph(page, { from: test, to: test.locator('fieldset').nth(1) })
    },
  },
  {
    name: 'avanzamento',
    ...seat,
    viewport: desk,
    async take(page) {
      await visit(page, '/cabina')
      return photograph(page, { to: main(page).locator('.r-map') })
    },
  },
  {
    name: 'che-cosa-cambia',
    ...seat,
    viewport: tablet,
    async take(page) {
      await visit(page, '/cabina/piani')
      await follow(page, page.getByRole('link', { name: /^Esamina/ }).first())
      const changes = main(page).locator('section', { has: page.getByRole('heading', { name: /^Che cosa cambia/ }) })
      return photograph(page, { from: changes, to: changes })
    },
  },
  {
    name: 'voto',
    ...seat,
    viewport: tablet,
    async take(page) {
      await visit(page, '/cabina/piani')
      await follow(page, page.getByRole('link', { name: /^Esamina/ }).first())
      return photograph(page, {
        from: main(page).locator('.r-box--key'),
        to: page.getByLabel('Condizioni', { exact: true }),
      })
    },
  },
  {
    name: 'persone',
    ...admin,
    viewport: desk,
    async take(page) {
      await visit(page, '/amministrazione/persone')
      return photograph(page, { to: await row(page, 7), below: 1 })
    },
  },
  {
    name: 'dai-un-ruolo',
    ...admin,
    viewport: tablet,
    async take(page) {
      await visit(page, '/amministrazione/persone')
      await openFirst(page, main(page).locator('table').first())
      await page.locator('summary', { hasText: 'Dai un ruolo' }).click()
      return photograph(page, { from: heading(page, 'Ruoli'), to: page.getByLabel('Seggio') })
    },
  },
  {
    name: 'prova-di-importazione',
    ...admin,
    viewport: tablet,
    async take(page) {
      await visit(page, '/amministrazione/importa')
      const buffer = Buffer.from(listWithAnError)
      await page.getByLabel('File CSV').setInputFiles({ name: 'persone.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Controlla il file' }).click()
      await page.waitForURL(/bozza=/)
      return photograph(page, { from: title(page), to: main(page).locator('.r-note').first(), above: 0 })
    },
  },
]

const listWithAnError = `email;nome;cognome;profilo;sede;ruolo;ambito;dal
ada.bianchi@ente.example;Ada;Bianchi;navigator;CPI Albino;in formazione;;
bruno.neri@ente.example;Bruno;Neri;operatore;CPI Albno;in formazione;;
carla.verdi@ente.example;Carla;Verdi;;;formatore;Bergamo;
`

/** The learner reads what is left to read, as the next step says, until that is a test. */
async function readUntilTheTestOpens(page) {
  const mostLessons = 30
  for (let read = 0; read < mostLessons; read += 1) {
    await visit(page, '/piano')
    await follow(page, main(page).locator('.r-next a.btn'))
    if (/\/test$/.test(page.url())) return
    const lesson = page.url()
    await page.getByRole('button', { name: 'Segna come letta e continua' }).click()
    await page.waitForURL((url) => url.href !== lesson)
  }
  throw new Error('No test opened for the learner of the demo')
}
