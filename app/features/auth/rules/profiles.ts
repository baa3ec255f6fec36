/** Who learns: Navigators of Anpal Servizi, operators of the centres. */
export const profiles = ['navigator', 'operatore'] as const
export type Profile = (typeof profiles)[number]
