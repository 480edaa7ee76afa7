// Which backups there are, by their names, and which of them are kept.

const dayMs = 86_400_000
const hourMs = 3_600_000
const pattern = /^uptally-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.db$/

/** `at` in ms; to the second. */
export const backupName = (at: number): string =>
  `uptally-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`

/** When it was made, ms; undefined for a file that is no backup of ours. */
export function timeOfBackup(name: string): number | undefined {
  const [, day, hour, minute, second] = pattern.exec(name) ?? []
  return day === undefined ? undefined : Date.parse(`${day}T${hour}:${minute}:${second}Z`)
}

/** An hour has passed since the latest, or the clock was set back behind it. */
export function isBackupDue(names: readonly string[], now: number): boolean {
  const latest = Math.max(...names.flatMap((name) => timeOfBackup(name) ?? []))
  return now - latest >= hourMs || latest - now >= hourMs
}

const keptHours = 24
const keptDays = 14

/** Those that go: all but the latest 24 and the last of each of the latest 14 days (UTC). Other files never go. */
export function surplusBackups(names: readonly string[]): string[] {
  const latestFirst = names.filter((name) => timeOfBackup(name) !== undefined).sort((a, b) => (a < b ? 1 : -1))
  const lastOfDay = new Map<number, string>()
  for (const name of latestFirst) {
    const day = Math.floor((timeOfBackup(name) ?? 0) / dayMs)
    if (!lastOfDay.has(day)) lastOfDay.set(day, name)
  }
  const kept = new Set([...latestFirst.slice(0, keptHours), ...[...lastOfDay.values()].slice(0, keptDays)])
  return latestFirst.filter((name) => !kept.has(name))
}
