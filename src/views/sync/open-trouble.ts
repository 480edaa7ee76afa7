// Why this device's records could not be opened, by what the browser said.

export type OpenTrouble = 'newer_version' | 'full' | 'held' | 'refused'

interface Words {
  readonly title: string
  readonly text: string
}

export const openTroubleWords: Readonly<Record<OpenTrouble, Words>> = {
  newer_version: {
    title: 'A newer Uptally has been here',
    text: 'Its records cannot be opened with this older page. Reload to get the newer one. Nothing was deleted.',
  },
  full: {
    title: 'This device is full',
    text: 'There is no room to open its records. Free some space, then reload. Nothing was deleted.',
  },
  held: {
    title: 'Another tab holds the records',
    text: 'Uptally goes on by itself once every other tab of it is closed. Nothing was deleted.',
  },
  refused: {
    title: "This device's records cannot be opened",
    text: 'The browser does not give them. Close it and open it again, then come back. Nothing was deleted.',
  },
}

export function openTroubleOf(error: unknown): OpenTrouble {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error)
  if (/VersionError/.test(text)) return 'newer_version'
  return /quota|disk|space/i.test(text) ? 'full' : 'refused'
}
