/** Where the page's own storage keeps the note of what this device held: see eviction.ts. */
export const traceKey = (name: string): string => `uptally-trace-${name}`
