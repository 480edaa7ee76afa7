// The colours that the person chose, remembered on this device.
import { type Theme, themes } from '../parts/frame/theme.ts'

const key = 'uptally-theme'

export const readTheme = (storage: Storage): Theme => themes.find((theme) => theme === storage.getItem(key)) ?? 'system'

export const rememberTheme = (storage: Storage, theme: Theme): void =>
  theme === 'system' ? storage.removeItem(key) : storage.setItem(key, theme)
