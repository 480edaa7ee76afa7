// A build of the app in a folder of its own, which can be followed by a next one whose every file has another name.
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from '../../src/server/prepare.js'

export interface OwnBuild {
  /** The script that runs it. */
  readonly script: string
  /** Puts the next build in its place; a server shows it from its next start on. */
  replace(): Promise<void>
  remove(): Promise<void>
}

export async function copyBuild(): Promise<OwnBuild> {
  await prepare(() => {})
  const folder = await mkdtemp(join(tmpdir(), 'uptally-build-'))
  for (const part of ['client', 'server']) {
    await cp(join(root, 'dist', part), join(folder, 'dist', part), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const script = join(folder, 'start.mjs')
  await writeFile(
    script,
    "import { main } from './dist/server/main.js'\nawait main(process.argv.slice(2), process.env)\n",
  )
  return {
    script,
    replace: () => renameAssets(join(folder, 'dist', 'client')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const nextName = (name: string) => name.replace(/\.(\w+)$/, '.next.$1')

async function renameAssets(client: string): Promise<void> {
  const names = await readdir(join(client, 'assets'))
  for (const name of names) await rename(join(client, 'assets', name), join(client, 'assets', nextName(name)))
  const texts = [...names.map((name) => join('assets', nextName(name))), 'index.html', 'service-worker.js'].filter(
    (name) => /\.(js|css|html)$/.test(name),
  )
  for (const path of texts) {
    let text = await readFile(join(client, path), 'utf8')
    for (const name of names) text = text.replaceAll(name, nextName(name))
    // The worker fetches the page anew when its revision has changed.
    if (path === 'service-worker.js') text = text.replace(/("revision":)"\w+"(,"url":"index\.html")/, '$1"next"$2')
    await writeFile(join(client, path), text)
  }
}
