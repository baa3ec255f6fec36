// Weighs what a browser that comes for the first time loads before a page is alive: at most 30 kB of CSS
// and 150 kB of script, gzip. Serves the production build and follows what its pages link.
import { gzipSync } from 'node:zlib'
import { startServer, temporaryDatabase } from './temporary-server.mjs'

const limits = { css: 30_000, script: 150_000 }
const pages = ['/', '/guida', '/guida/fasi/5', '/accedi']

const database = await temporaryDatabase()
let tooHeavy = false
try {
  const server = await startServer(database.env)
  for (const page of pages) {
    const { css, script } = await weigh(server.address, page)
    const heavy = css > limits.css || script > limits.script
    tooHeavy ||= heavy
    console.log(`${page.padEnd(16)} CSS ${kilobytes(css)}   script ${kilobytes(script)}${heavy ? '   TOO HEAVY' : ''}`)
  }
  await server.stop()
} finally {
  database.remove()
}
console.log(`${'at most'.padEnd(16)} CSS ${kilobytes(limits.css)}   script ${kilobytes(limits.script)}   (gzip)`)
process.exit(tooHeavy ? 1 : 0)

async function weigh(address, page) {
  const html = await fetchText(`${address}${page}`)
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag)
  const hrefs = (rel) => links.filter((tag) => attribute(tag, 'rel') === rel).map((tag) => attribute(tag, 'href'))
  const inline = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].flatMap(([, text]) => importsOf(text))
  const sources = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, source]) => source)
  const styles = hrefs('stylesheet')
  if (styles.length === 0) throw new Error(`${page} links no stylesheet: nothing was weighed`)
  return {
    css: await weightOf(styles, address),
    script: await weightOf([...sources, ...hrefs('modulepreload'), ...inline], address),
  }
}

async function weightOf(paths, address) {
  const queue = paths.map((path) => new URL(path, address).href)
  const seen = new Set()
  let bytes = 0
  for (let url = queue.pop(); url; url = queue.pop()) {
    if (seen.has(url)) continue
    seen.add(url)
    const text = await fetchText(url)
    bytes += gzipSync(text).length
    if (url.endsWith('.js')) queue.push(...importsOf(text).map((path) => new URL(path, url).href))
  }
  return bytes
}

/** Files that a script loads at once: static imports, and the entry that the page's own script imports. */
function importsOf(script) {
  const statics = /\b(?:from|import)\s*["']([./][^"']+\.js)["']/g
  const entry = /^\s*import\("(\/assets\/entry[^"]+)"\)/gm
  return [...script.matchAll(statics), ...script.matchAll(entry)].map(([, path]) => path)
}

async function fetchText(url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}

function attribute(tag, name) {
  return tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`
}
