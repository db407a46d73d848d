// What axe finds on the page.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export const themes = ['papier', 'sepia', 'lamp-uit', 'contrast'] as const

/** A theme changes colours and nothing else: all other rules are asked in the first one. */
const rulesOfColour = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']

/** All of axe, or its rules of colour, with text contrast at 7:1; legacy mode, since Electron has no second page to give it. */
export async function violations(page: Page, hasAllRules = true): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      rules: { 'color-contrast-enhanced': { enabled: true } },
      ...(hasAllRules ? {} : { runOnly: { type: 'rule', values: rulesOfColour } }),
    })
    .analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
  )
}

/** Chooses a theme as a reader does. */
export async function chooseTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.getByRole('button', { name: 'Weergave' }).click()
  await page.locator(`input[name="theme"][value="${theme}"]`).check({ force: true })
  await page.keyboard.press('Escape')
}
