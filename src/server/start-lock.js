// A lock between processes on one machine: a file that names its holder. One left behind by a process that is gone is
// taken over.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 10 * 60_000

/** Resolves to the function that releases the lock, or to undefined when it was held for ten minutes. */
export async function takeLock(file, onWait) {
  const mine = `${file}.${process.pid}`
  const until = Date.now() + PATIENCE_MS
  let hasWaited = false
  while (Date.now() < until) {
    if (claim(file)) return () => rmSync(file, { force: true })
    if (isAbandoned(file)) remove(file, mine)
    else {
      if (!hasWaited) onWait()
      hasWaited = true
      await sleep(250)
    }
  }
  return undefined
}

function claim(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

// Of two that find it abandoned, the slower may take away the quicker one's new lock: it looks, and puts it back.
function remove(file, mine) {
  try {
    renameSync(file, mine)
    if (!isAbandoned(mine)) renameSync(mine, file)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

function isAbandoned(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    const ageMs = Date.now() - statSync(file).mtimeMs
    // Without a number yet, its holder is just writing it.
    if (pid === 0) return ageMs > 5000
    // A container's processes get the same numbers at every start: our own number was its former holder's.
    return pid === process.pid || ageMs > PATIENCE_MS || !isAlive(pid)
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
