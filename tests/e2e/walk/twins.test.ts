// Each rule of the walk has a broken twin: a page in which it must see what is wrong.
import { expect, test } from '../program.ts'
import { rules, startWalk } from './driver.ts'
import { moved, standing } from './standing.ts'

for (const rule of rules) {
  test(`a page that breaks it is found: ${rule.name}`, async () => {
    const { program, end } = await startWalk()
    const { page } = program
    expect(await page.evaluate(rule.check)).toEqual([])
    await page.evaluate(rule.broken)
    expect(await page.evaluate(rule.check)).not.toEqual([])
    await end()
  })
}

test('an item that moves or goes out, and a title that leaves the top, are found', async () => {
  const { program, end } = await startWalk()
  const { page } = program
  const atTitle = await standing(page)
  expect(await moved(page, atTitle, 'nothing')).toBeNull()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await moved(page, atTitle, 'a jump')).toContain('the title went out')
  const before = await standing(page)
  expect(await moved(page, before, 'nothing')).toBeNull()
  await page.locator('main.page').evaluate((main) => {
    main.style.paddingTop = '40px'
  })
  expect(await moved(page, before, 'padding')).toContain('moved by')
  await page.keyboard.press('j')
  expect(await moved(page, before, 'the next item')).toContain('was lit')
  await end()
})
