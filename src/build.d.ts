// Set by vite.config.ts for both sides.
declare const __BUILD__: number
declare const __VERSION__: string
