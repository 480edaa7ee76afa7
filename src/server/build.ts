declare const __BUILD__: number
declare const __VERSION__: string

export const version: string = __VERSION__
/** Goes up with every commit; devices send theirs. 0 when built outside a repository. */
export const build: number = __BUILD__
/** Builds before this one cannot be talked to any more. */
export const minBuild = 0
