// npm run dev: the site with Vite behind it. Changes to pages and server code are there at the next request;
// a change to the content, the schema or the web server itself wants a restart.
import './require-node.mjs'
import './end-with-npm.mjs'
import { existsSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createViteServer } from 'vite'
import { generateClient } from './build.mjs'

process.env.NODE_ENV = 'development'
if (!existsSync('prisma/generated')) await generateClient()

const http = createHttpServer()
const vite = await createViteServer({ server: { middlewareMode: true, hmr: { server: http } } })
const load = (path) => vite.ssrLoadModule(path)

const { prepareInstallation } = await load('./app/prepare-installation.server.ts')
const { environment } = await load('./app/platform/environment.server.ts')
const { findNumberInForce } = await load('./app/features/training-plan/frozen-plan.server.ts')
const { createWebServer } = await load('./app/platform/http/web-server.server.ts')
const { stopGracefully } = await load('./app/platform/http/graceful-stop.server.ts')

/** Vite puts styles and its own client inline into the page, which the policy of production forbids. */
const withoutPolicy = (_request, response, next) => {
  response.removeHeader('Content-Security-Policy')
  next()
}

const stopHousekeeping = await prepareInstallation()
http.on(
  'request',
  createWebServer(
    () => load('virtual:react-router/server-build'),
    [withoutPolicy, vite.middlewares],
    findNumberInForce,
  ),
)
http.on('close', () => {
  stopHousekeeping()
  vite.close()
})
http.listen(environment.PORT, '127.0.0.1', () => console.log(`http://localhost:${http.address().port}`))
stopGracefully(http)
