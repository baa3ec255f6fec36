import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures'

test('a trainer and a centre manager find their own people from the menu', async ({ signedInAs }) => {
  const trainer = await signedInAs('formatore')
  await trainer.goto('/')
  await trainer.getByRole('navigation').getByRole('link', { name: 'Chi aspetta te' }).first().click()
  await expect(trainer.getByRole('heading', { level: 1 })).toHaveText(/aspetta/)
  const manager = await signedInAs('responsabile')
  await manager.goto('/')
  await manager.getByRole('link', { name: 'Apri il tuo centro' }).click()
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText(/delle tue \d+ persone/)
  // Two clicks from a number to the records behind it.
  await manager.locator('section', { hasText: 'Ore ancora da liberare' }).getByRole('link').first().click()
  await manager.getByRole('link', { name: 'Giulia Ferrante' }).click()
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText(/Giulia Ferrante: \d+ modul/)
})

for (const javaScriptEnabled of [true, false]) {
  test(`one takes one’s own data away, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ signedInAs }) => {
    const page = await signedInAs('navigator', { javaScriptEnabled })
    await page.goto('/profilo')
    await page.getByRole('link', { name: 'Tutti i tuoi dati' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tutto quello che Rotta sa di Giulia Ferrante')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica i tuoi dati' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^rotta-i-miei-dati-\d{4}-\d\d-\d\d\.json$/)
    const dossier = JSON.parse(readFileSync(await download.path(), 'utf8'))
    expect(dossier).toMatchObject({ formato: 'rotta-dossier/1', persona: { email: 'navigator@rotta.example' } })
    expect(JSON.stringify(dossier)).not.toContain('operatore@')
  })
}
