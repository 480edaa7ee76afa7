// `npm start`: installs, builds, and runs the server in this process, so that signals arrive.
import { pathToFileURL } from 'node:url'
import { PrepareError, prepare, root } from './prepare.js'

try {
  await prepare(console.log)
  const { main } = await import(new URL('dist/server/main.js', pathToFileURL(root)).href)
  await main(process.argv.slice(2), process.env)
} catch (error) {
  if (!(error instanceof PrepareError)) throw error
  console.error(error.message)
  process.exit(1)
}
