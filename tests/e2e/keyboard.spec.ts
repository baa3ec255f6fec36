import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Presses Tab until something with this name has the focus; says how many presses it took. */
async function tabTo(page: Page, name: RegExp, most = 60) {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const focused = document.activeElement
      const labelled = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined
      return labelled ?? focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })
    if (name.test(label.trim())) return presses
  }
  throw new Error(`Tab never reached ${name}`)
}

async function expectVisibleFocus(page: Page) {
  const outline = await page.evaluate(() => {
    const focused = document.activeElement
    const label = focused?.closest('.r-opt')
    const { outlineStyle, outlineWidth } = getComputedStyle(label ?? focused ?? document.body)
    return `${outlineStyle} ${outlineWidth}`
  })
  expect(outline).toBe('solid 3px')
}

test('the first Tab offers the way past the header', async ({ page }) => {
  await page.goto('/guida')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Vai al contenuto' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('#contenuto')).toBeFocused()
})

test('one signs in, opens a phase and signs out by keyboard alone', async ({ page }) => {
  await page.goto('/accedi')
  await tabTo(page, /Indirizzo email/)
  await expectVisibleFocus(page)
  await page.keyboard.type('navigator@rotta.example')
  await tabTo(page, /^Password/)
  await page.keyboard.type('rotta-demo-2019')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await page.goto('/guida')
  await tabTo(page, /^Fase 5/)
  await expectVisibleFocus(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/guida/fasi/5')
  await tabTo(page, /^Esci$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/accedi?fatto=uscita')
})

test('a client-side change of page moves the focus to its content', async ({ page }) => {
  await page.goto('/guida/fasi/4')
  await tabTo(page, /^Fase 5, /)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/guida/fasi/5')
  await expect(page.locator('#contenuto')).toBeFocused()
})

test('the menu of a phone opens and closes by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/guida')
  await tabTo(page, /^Menu$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Glossario$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/glossario')
})

test('a dialog takes the focus, gives it back, and closes with Escape', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  await page.goto('/amministrazione/persone')
  await page
    .getByRole('table')
    .getByRole('link', { name: /Bianchetti/ })
    .click()
  const opener = page.getByRole('button', { name: /Disattiva/ }).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})
