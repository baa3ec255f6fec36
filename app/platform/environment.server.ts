import { z } from 'zod'

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

/**
 * Everything that an installation may set. Parsed once at start: a wrong value stops the start with
 * its name and the reason, never a page request later.
 */
const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Address to listen on. A demo database is served on loopback only, whatever stands here. */
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must look like file:./data/rotta.db')
    .default('file:./data/rotta.db'),
  /** The address people type. `https` makes cookies Secure and __Host-. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Another edition of the content, in the same format. */
  CONTENT_DIR: z.string().default('content'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  /** How many proxies stand in front: their X-Forwarded-For is believed, no other. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  ROTTA_ALLOW_DEMO: flag,
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(60),
  SESSION_MAX_HOURS: z.coerce.number().int().min(1).max(72).default(12),
  /** Failed sign-ins allowed per account, and per address, in SIGN_IN_WINDOW_MINUTES. */
  SIGN_IN_LIMIT_ACCOUNT: z.coerce.number().int().min(1).max(1000).default(8),
  SIGN_IN_LIMIT_ADDRESS: z.coerce.number().int().min(1).max(100_000).default(40),
  SIGN_IN_WINDOW_MINUTES: z.coerce.number().int().min(1).max(1440).default(15),
  CONTACT_EMAIL: z.email().default('rotta@rotta.example'),
  DPO_EMAIL: z.email().optional(),
  /** The official accessibility statement that the administration publishes. */
  ACCESSIBILITY_STATEMENT_URL: z.url().optional(),
})

export type Environment = z.infer<typeof environmentSchema>

/**
 * Parses an environment.
 * @throws Error naming every wrong variable and why, one per line.
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(set)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable:\n${lines.join('\n')}`)
}

export const environment = parseEnvironment(process.env)

/** True when the address people type is https: decides Secure cookies and HSTS. */
export const servedOverHttps = environment.PUBLIC_URL?.startsWith('https:') ?? false
