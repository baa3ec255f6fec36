import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createRequestHandler } from '@react-router/express'
import express, { type Express, type Request, type RequestHandler } from 'express'
import { RouterContextProvider, type ServerBuild } from 'react-router'
import { databaseAnswers } from '../database/client.server'
import { environment } from '../environment.server'
import { logger } from '../logger.server'
import { compressed } from './compressed.server'
import { loggedPath } from './logged-path'
import { isForeignMutation } from './origin-check'
import { type RequestFacts, requestContext } from './request-context.server'
import { securityHeaders } from './security-headers.server'
import { serveSharedPages } from './shared-pages.server'

const megabyte = 1024 * 1024
const largestForm = megabyte / 4
/** A file of 10 MB and the form around it; a list of 50,000 people is about 5 MB. */
const largestUpload = 10 * megabyte + largestForm
const uploadPath = /^\/amministrazione\/importa(\.data)?$/

/**
 * The HTTP server around the framework: request ids, one log line per request, headers, what is refused
 * before a body is read, the built files, /healthz.
 *
 * @param clientFiles serves the browser's files (built ones, or Vite's in development)
 * @param planInForce the number of the plan in force, on which pages kept for everybody may depend
 */
export function createWebServer(
  build: ServerBuild | (() => Promise<ServerBuild>),
  clientFiles: RequestHandler[],
  planInForce: () => Promise<number | null>,
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', environment.TRUST_PROXY)
  app.use(nameRequest, securityHeaders, ...compressed)
  app.get('/healthz', async (_request, response) => {
    const answers = await databaseAnswers()
    response.status(answers ? 200 : 503).json({ status: answers ? 'ok' : 'unavailable' })
  })
  app.use(...clientFiles)
  app.use(logRequest, serveSharedPages(planInForce))
  app.use(createRequestHandler({ build, mode: environment.NODE_ENV, getLoadContext: contextOf }))
  return app
}

/** Serves the built files: those under /assets carry a hash in their names and never change. */
export function builtFiles(folder: string): RequestHandler[] {
  const serveFile = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders(response, path) {
      const forever = path.startsWith(`${folder}/assets/`)
      response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
  // Looked up once: otherwise every page would wait for the disk to say that it is no file.
  const files = new Set(readdirSync(folder, { recursive: true }).map((name) => `/${name}`))
  return [(request, response, next) => (files.has(request.path) ? serveFile(request, response, next) : next())]
}

const nameRequest: RequestHandler = (_request, response, next) => {
  // Twelve characters in three groups: short enough to be read out, long enough not to come twice.
  response.locals.requestId = randomBytes(6)
    .toString('hex')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
  response.locals.nonce = randomBytes(16).toString('base64')
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
}

const logRequest: RequestHandler = (request, response, next) => {
  const started = performance.now()
  // Pages differ by person, and some hold data of people: nothing between us and the browser keeps them.
  response.setHeader('Cache-Control', 'private, no-store')
  response.on('close', () => {
    logger.info({
      requestId: response.locals.requestId,
      method: request.method,
      path: loggedPath(request.path),
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
      complete: response.writableFinished,
    })
  })
  next()
}

function contextOf(request: Request, response: express.Response) {
  const facts: RequestFacts = {
    requestId: response.locals.requestId,
    clientAddress: request.ip ?? 'unknown',
    nonce: response.locals.nonce,
    refusal: reasonToRefuse(request),
  }
  const context = new RouterContextProvider()
  context.set(requestContext, facts)
  return context
}

function reasonToRefuse(request: Request): RequestFacts['refusal'] {
  const headers = {
    origin: request.get('Origin'),
    secFetchSite: request.get('Sec-Fetch-Site'),
    host: request.get('Host'),
  }
  const publicOrigin = environment.PUBLIC_URL && new URL(environment.PUBLIC_URL).origin
  if (isForeignMutation(request.method, headers, publicOrigin)) return 403
  // A body of unknown length could be endless; browsers always say how long a form is.
  if (request.get('Transfer-Encoding')) return 411
  const limit = uploadPath.test(request.path) ? largestUpload : largestForm
  return Number(request.get('Content-Length') ?? 0) > limit ? 413 : undefined
}
