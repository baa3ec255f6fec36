import type { Profile } from '~/features/auth/rules/profiles'
import type { Level, Mode } from '~/features/curriculum/rules/module-content'

/** What the five modes are called on screen. */
export const modeNames: Record<Mode, string> = {
  online: 'online',
  classroom: 'in aula',
  remote: 'in aula a distanza',
  collaborative: 'collaborative',
  onTheJob: 'sul lavoro',
}

/** What a question asks of its reader. */
export const levelNames: Record<Level, string> = {
  remember: 'ricordare',
  understand: 'capire',
  apply: 'applicare',
}

/** Those who follow a module, in the plural. */
export const profilePlurals: Record<Profile, string> = { navigator: 'Navigator', operatore: 'operatori CPI' }
