import { createSignal, For, type JSX, onCleanup, onMount } from 'solid-js'
import { FileField } from '../file/file-field.tsx'
import { FileList, FileRow } from '../file/file-list.tsx'
import { FileView } from '../file/file-view.tsx'
import { Card } from '../show/card.tsx'

export function FileGallery(): JSX.Element {
  const [chosen, setChosen] = createSignal<readonly string[]>([])
  const [isOpen, setOpen] = createSignal(false)
  const picture = createExample()
  return (
    <div class="grid">
      <Card title="Files that are there">
        <FileList label="Files that are there">
          <FileRow
            name="IMG_2041.jpg"
            detail="312 KB · Ann Lee, 10:05"
            picture={picture()}
            onOpen={() => setOpen(true)}
            onRemove={() => {}}
          />
          <FileRow
            name="Screen of the printer in the corridor, a name that is long enough to wrap.png"
            detail="88 KB · Ben Shah, 10:12"
            note="On this device only until it is sent."
            icon="camera"
            onOpen={() => setOpen(true)}
          />
          <FileRow name="supplier-report.pdf" detail="1.3 MB · Ben Shah, 10:14" onOpen={() => setOpen(true)} />
        </FileList>
        <FileView
          open={isOpen()}
          name="IMG_2041.jpg"
          picture={picture()}
          detail="312 KB, added by Ann Lee, 10:05"
          onSave={() => {}}
          onClose={() => setOpen(false)}
        />
      </Card>
      <Card title="Adding files">
        <div class="stack">
          <FileField
            label="Add photo or file"
            hint="5 MB at most."
            onFiles={(files) => setChosen(files.map(({ name }) => name))}
          />
          <For each={chosen()}>{(name) => <p class="muted small">Chosen: {name}</p>}</For>
          <FileField
            label="Add another"
            errors={['plan.pdf is too large: it has 7.2 MB.', 'notes.txt is empty.']}
            onFiles={() => {}}
          />
          <FileField label="Add while reading" busy onFiles={() => {}} />
        </div>
      </Card>
    </div>
  )
}

/** A picture made here: the gallery brings none along. */
function createExample(): () => string | undefined {
  const [address, setAddress] = createSignal<string>()
  onMount(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 })
    const context = canvas.getContext('2d')
    if (!context) return
    const shade = context.createLinearGradient(0, 0, 800, 600)
    const colours = getComputedStyle(document.documentElement)
    shade.addColorStop(0, colours.color)
    shade.addColorStop(1, colours.backgroundColor)
    context.fillStyle = shade
    context.fillRect(0, 0, 800, 600)
    canvas.toBlob((blob) => blob && setAddress(URL.createObjectURL(blob)))
  })
  onCleanup(() => {
    const made = address()
    if (made) URL.revokeObjectURL(made)
  })
  return address
}
