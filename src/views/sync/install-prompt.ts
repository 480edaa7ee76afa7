// Installing: the browser's own offer where it makes one (Chromium), written steps on iOS, which has none.
import { createSignal } from 'solid-js'

/** Chromium's event; not in the standard's types. */
interface InstallOffer extends Event {
  prompt(): Promise<void>
}

const [offer, setOffer] = createSignal<InstallOffer>()

/** The browser offers once, early: this file is loaded with the first screen. */
if (typeof addEventListener === 'function') {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    setOffer(event as InstallOffer)
  })
  addEventListener('appinstalled', () => setOffer())
}

export const mayInstall = (): boolean => offer() !== undefined

export async function install(): Promise<void> {
  const shown = offer()
  setOffer()
  await shown?.prompt()
}

/** Only iOS and iPadOS have this property: false means in a browser tab, where storage is removed after 7 days. */
export const isIosTab = (): boolean => 'standalone' in navigator && navigator.standalone === false
