// Whether single keys do something, remembered on this device (WCAG 2.1.4: they can be switched off).

const key = 'uptally-single-keys'

export const readSingleKeys = (storage: Storage): boolean => storage.getItem(key) !== 'off'

export const rememberSingleKeys = (storage: Storage, isOn: boolean): void =>
  isOn ? storage.removeItem(key) : storage.setItem(key, 'off')
