import { expect, onTestFinished, test, vi } from 'vitest'
import { Notices } from '../../../src/views/parts/notice/notices.tsx'
import { type ExportFormat, ExportMenu } from '../../../src/views/settings/export-menu.tsx'
import { button, find, show } from '../parts/render.ts'

// jsdom knows dialogs, but cannot open them.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}

/** What the browser was handed to save: names and texts. */
function watchDownloads() {
  const saved: { name: string; type: string; text: Promise<string> }[] = []
  const blobs = new Map<string, Blob>()
  URL.createObjectURL = (blob) => {
    const address = `blob:${blobs.size}`
    blobs.set(address, blob as Blob)
    return address
  }
  URL.revokeObjectURL = () => {}
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)
    if (blob) saved.push({ name: this.download, type: blob.type, text: blob.text() })
  })
  onTestFinished(() => click.mockRestore())
  return saved
}

function open(make: (format: ExportFormat) => Promise<{ bytes: Uint8Array<ArrayBuffer>; told: string }>) {
  show(() => (
    <Notices>
      <ExportMenu title="Export 3 things" fileName="uptally-2026-11-10-things" make={make}>
        <p>As they are filtered.</p>
      </ExportMenu>
    </Notices>
  ))
  button('Export').click()
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('the file is made as it is chosen, saved under its name, and told', async () => {
  const saved = watchDownloads()
  open(async (format) => ({ bytes: new TextEncoder().encode(`as ${format}`), told: '3 things exported.' }))
  expect(find('dialog').textContent).toContain('As they are filtered.')
  button('ODS').click()
  await settled()
  expect(saved.map(({ name, type }) => [name, type])).toEqual([
    ['uptally-2026-11-10-things.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ])
  expect(await saved[0]?.text).toBe('as ods')
  expect(document.body.textContent).toContain('3 things exported.')
  expect(find<HTMLDialogElement>('dialog').open).toBe(false)
})

test('while the file is made nobody can ask for it twice', async () => {
  watchDownloads()
  const asked: string[] = []
  open((format) => {
    asked.push(format)
    return new Promise(() => {})
  })
  button('CSV').click()
  button('CSV').click()
  expect(asked).toEqual(['csv'])
  expect(find('[role=status]').textContent).toBe('Making the file…')
})

test('a file that could not be made is told, nothing is saved, and one may try again', async () => {
  const saved = watchDownloads()
  let tries = 0
  open(async () => {
    tries += 1
    if (tries === 1) throw new Error('the thread broke')
    return { bytes: new Uint8Array(1), told: 'Done.' }
  })
  button('JSON').click()
  await settled()
  expect(find('[role=alert]').textContent).toContain('could not be made')
  expect(saved).toEqual([])
  button('JSON').click()
  await settled()
  expect(saved.map(({ name }) => name)).toEqual(['uptally-2026-11-10-things.json'])
})
