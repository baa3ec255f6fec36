// npm run screenshots [name …]: takes the pictures of README.md (docs/screenshots) and of the user guides
// (app/features/help/pictures), or those of these names alone, from a demo of its own that is gone afterwards.
import './require-node.mjs'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { openStudio, visit } from './demo-studio.mjs'
import { helpPictures } from './help-pictures.mjs'

const readmeFolder = 'docs/screenshots'
const helpFolder = 'app/features/help/pictures'
const sizesFile = `${helpFolder}/sizes.json`
/** Pixels of a help picture for each of the screen: sharp on paper, and still light. */
const helpScale = 1.5

const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

const readmePictures = [
  { name: 'guide', path: '/guida', viewport: desk },
  { name: 'phase', path: '/guida/fasi/5', viewport: desk },
  { name: 'phase-phone', path: '/guida/fasi/5', viewport: phone },
  { name: 'plan', path: '/piano', viewport: desk, as: 'navigator@rotta.example' },
  { name: 'people', path: '/amministrazione/persone', viewport: desk, as: 'admin@rotta.example' },
]

const wanted = process.argv.slice(2)
const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name)

await ensureBuilt()
mkdirSync(readmeFolder, { recursive: true })
const studio = await openStudio()
try {
  for (const picture of readmePictures.filter(isWanted)) await takeForReadme(picture)
  for (const picture of helpPictures.filter(isWanted)) await takeForHelp(picture)
} finally {
  await studio.close()
}

async function takeForReadme({ name, path, viewport, as }) {
  const page = await studio.open({ as, viewport })
  await visit(page, path)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${readmeFolder}/${name}.png` })
  await page.context().close()
  console.log(`${readmeFolder}/${name}.png`)
}

async function takeForHelp({ name, viewport, as, take }) {
  const page = await studio.open({ as, viewport, scale: helpScale })
  const png = await take(page)
  const webp = await studio.webpOf(png)
  writeFileSync(`${helpFolder}/${name}.webp`, webp)
  keepSize(name, png)
  await page.context().close()
  console.log(`${helpFolder}/${name}.webp ${Math.round(webp.length / 1000)} kB`)
}

/** Writes down how large a picture is shown: the page leaves its place before it has come. */
function keepSize(name, png) {
  const sizes = JSON.parse(readFileSync(sizesFile, 'utf8'))
  // A PNG says its width and height in its first chunk.
  const [width, height] = [16, 20].map((at) => Math.round(png.readUInt32BE(at) / helpScale))
  sizes[name] = { width, height }
  const sorted = Object.entries(sizes).sort(([one], [other]) => one.localeCompare(other))
  writeFileSync(sizesFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}
