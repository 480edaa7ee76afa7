// How much one import may hold, so that a bad file cannot stall a device.
export const maxFileBytes = 20 * 1024 * 1024
export const maxFrontMatterChars = 64 * 1024
export const maxEntries = 20_000
export const maxDepth = 40
export const maxComponents = 100
export const maxTitleChars = 200
export const maxNameChars = 120
export const maxKeyChars = 300
export const maxTextChars = 8000
