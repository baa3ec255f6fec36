// Ends the program with a sentence when Node is too old. Imported first by whatever people start
// themselves, before anything that an old Node could stumble over.

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Rotta ha bisogno di Node.js 20.19 o successivo; qui c’è la versione ${process.versions.node}. ` +
      'Installane una più recente (per esempio con il tuo gestore di pacchetti, nvm o fnm) e riprova.',
  )
  process.exit(1)
}
