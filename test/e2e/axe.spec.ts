import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { mainPages, otherPages, visit } from './places.ts'
import { person, reportOutage, signIn } from './steps.ts'
import { expect, test } from './story.ts'

// A trace would hold axe itself, for every page anew.
test.use({ trace: 'off' })

test('The main pages have no accessibility fault that axe can find, light or dark', async ({ sample, newDevice }) => {
  const phone = await newDevice(sample)
  await visit(phone, '/')
  await expect(phone.getByLabel('E-mail')).toBeVisible()
  await expectNoFault(phone, 'sign-in')
  await signIn(phone, person.admin)
  await reportOutage(phone, 'Maps and addresses')
  await expectNoFault(phone, 'an outage')
  for (const path of mainPages) {
    await visit(phone, path)
    await expectNoFault(phone, path)
  }
})

test('The other pages have no accessibility fault that axe can find, light or dark', async ({ sample, newDevice }) => {
  const desk = await newDevice(sample, { viewport: { width: 1280, height: 800 } })
  await signIn(desk, person.admin)
  await visit(desk, '/systems')
  await desk.getByRole('link', { name: 'Waste rounds' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Waste rounds' })).toBeVisible()
  await expectNoFault(desk, 'a system')
  for (const path of otherPages) {
    await visit(desk, path)
    await expectNoFault(desk, path)
  }
})

/** Everything in the light; in the dark only the colours differ. */
async function expectNoFault(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
    )
    expect.soft(found, `faults of ${where}, ${colorScheme}`).toEqual([])
  }
}
