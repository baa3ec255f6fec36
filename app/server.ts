import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as build from 'virtual:react-router/server-build'
import type { RequestHandler } from 'express'
import { findNumberInForce } from './features/training-plan/frozen-plan.server'
import { environment } from './platform/environment.server'
import { stopGracefully } from './platform/http/graceful-stop.server'
import { builtFiles, createWebServer } from './platform/http/web-server.server'
import { installation } from './platform/installation.server'
import { logger } from './platform/logger.server'
import { prepareInstallation } from './prepare-installation.server'

const keptConnectionMs = 65_000

/** Every route that was built; the test of doors wants an expectation for each. */
export const routes = build.routes

/**
 * Prepares the database, checks the content and serves the site until it is told to stop.
 * @param clientFiles in development, Vite's; by default the built ones
 * @throws UnusableDatabase or UnusableContent, before anything is served
 */
export async function start(clientFiles: RequestHandler[] = builtFiles(`${process.cwd()}/build/client`)) {
  const stopHousekeeping = await prepareInstallation()
  const { isDemo } = await installation()
  const host = isDemo && !environment.ROTTA_ALLOW_DEMO ? '127.0.0.1' : environment.HOST
  const server = createServer(createWebServer(build, clientFiles, findNumberInForce))
  // Node takes one new connection per turn of its loop, so that under load a new one waits long: whoever answers a
  // question every half minute keeps theirs. Also longer than the minute for which reverse proxies keep theirs.
  server.keepAliveTimeout = keptConnectionMs
  server.on('close', stopHousekeeping)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(environment.PORT, host, resolve)
  })
  stopGracefully(server)
  const { port } = server.address() as AddressInfo
  logger.info({ host, port, demo: isDemo }, 'serving')
  return { port, host, isDemo }
}
