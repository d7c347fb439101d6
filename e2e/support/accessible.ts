import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

interface Where {
  /** The parts that are looked at: selectors. The whole page when none is given. */
  readonly include?: readonly string[]
  /** What no script is let into: a selector. */
  readonly exclude?: string
}

/** All that a theme changes is colours. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

const expectNoViolations = async (page: Page, { include = [], exclude }: Where, rules?: string[]) => {
  const axe = new AxeBuilder({ page })
  if (rules) axe.withRules(rules)
  for (const part of include) axe.include(part)
  if (exclude) axe.exclude(exclude)
  const { violations } = await axe.analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(told, `${page.url()} in ${rules ? 'dark' : 'light'}`).toEqual([])
}

/** What is off screen is not drawn, and keeps the colours of the theme before until it is: axe looks at all of it. */
const drawAll = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
  })

/** axe finds nothing as the page stands, light and dark, and it doesn't scroll sideways. The page is left in light. */
export const expectAccessible = async (page: Page, where: Where = {}): Promise<void> => {
  const root = page.locator('html')
  await drawAll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(root).toHaveClass(/\bdark\b/)
  await expectNoViolations(page, where, rulesOfColour)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(root).not.toHaveClass(/\bdark\b/)
  await expectNoViolations(page, where)
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(scrolls, 'scrolls sideways').toBe(false)
}
