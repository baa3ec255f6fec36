// How many password checks this machine can do: no sign-in page can be faster.
import { Algorithm, hash, verify } from '@node-rs/argon2'

const milliseconds = 2000
const connections = 16

/** Checks per second with 16 at once, with the settings of app/features/auth/password-hash.server.ts. */
export async function argon2PerSecond() {
  const password = 'una password qualunque'
  const stored = await hash(password, {
    algorithm: Algorithm.Argon2id,
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  })
  const started = performance.now()
  let done = 0
  const keepChecking = async () => {
    while (performance.now() - started < milliseconds) {
      await verify(stored, password)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, keepChecking))
  return Math.round((1000 * done) / (performance.now() - started))
}
