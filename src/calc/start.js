// Starts the calc command: `node src/calc/start.js FILE` or `-` for standard input. Node 20 cannot run TypeScript, so the
// sources are bundled once and kept under dist/calc by a hash of what they were made from.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = join(root, 'dist', 'calc')

function sourceHash() {
  const hash = createHash('sha256')
  const add = (path) => {
    hash.update(path)
    hash.update(readFileSync(join(root, path)))
  }
  for (const folder of ['src/calc', 'src/domain', 'src/metrics', 'src/reports']) {
    if (!existsSync(join(root, folder))) continue
    const names = readdirSync(join(root, folder), { recursive: true }).map(String)
    for (const name of names.filter((name) => name.endsWith('.ts')).sort()) add(`${folder}/${name}`)
  }
  add('package-lock.json')
  return hash.digest('hex').slice(0, 16)
}

async function bundledCommand() {
  const bundle = join(outDir, `main-${sourceHash()}.js`)
  if (!existsSync(bundle)) await makeBundle(bundle)
  return import(pathToFileURL(bundle).href)
}

// Built aside and renamed into place: of two runs at once each sees a whole bundle or none.
async function makeBundle(bundle) {
  const { build } = await import('vite')
  const aside = join(outDir, `making-${process.pid}`)
  try {
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: 'src/calc/main.ts',
        outDir: aside,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
      },
    })
    renameSync(join(aside, 'main.js'), bundle)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

// One byte more than allowed is enough to know that it is too much; null when it cannot be read.
async function readAtMost(path, limit) {
  if (path === undefined) return null
  const chunks = []
  let length = 0
  try {
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit) break
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}

try {
  const { run, MAX_BYTES } = await bundledCommand()
  const { output, exitCode } = run(await readAtMost(process.argv[2], MAX_BYTES))
  process.stdout.write(`${output}\n`)
  process.exitCode = exitCode
} catch {
  process.stderr.write('The calc command could not be prepared. Run "npm install" in this folder, then try again.\n')
  const error = { code: 'internal', message: 'The calc command could not be prepared.', path: '' }
  process.stdout.write(`${JSON.stringify({ error })}\n`)
  process.exitCode = 2
}
