const shortest = 12
const longest = 128

/**
 * Why a new password is refused, as an Italian sentence, or undefined when it will do.
 * Length counts, composition does not (NIST SP 800-63B §3.1.1.2: no rules on kinds of characters).
 *
 * @param email the account's address: a password that contains its name part is the first one tried
 */
export function refusePassword(password: string, email: string): string | undefined {
  const length = [...password].length
  if (length < shortest) return `Scegli una password di almeno ${shortest} caratteri`
  if (length > longest) return `Scegli una password di non più di ${longest} caratteri`
  if (new Set(password).size < 5) return 'Scegli una password con più caratteri diversi fra loro'
  const name = email.split('@')[0] ?? ''
  if (name.length >= 4 && password.toLowerCase().includes(name.toLowerCase())) {
    return 'Scegli una password che non contenga il tuo indirizzo email'
  }
  return undefined
}
