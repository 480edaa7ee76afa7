// `npm run bench`: measures, on this machine and over its loopback; `npm run bench -- first-sync` only that. Times hold for
// the machine and what else it does; ratios are of things measured in the same run.
import { availableParallelism, cpus, loadavg } from 'node:os'
import { PrepareError, prepare, root } from '../../src/server/prepare.js'

const benches = {
  availability: 'Availability of 25 systems, 18 months, 1,000 outages (Node)',
  impact: "What outages cost, and the legal practice's figures: a year of the sample (Node)",
  demand: 'Demand of 20,768 incidents (Node)',
  desk: 'Lists and searches of 20,768 and 100,000 incidents (Node)',
  import: "A service desk's log of 20,768 incidents, imported through the page and synced to a second device",
  'desk-page': "The list of incidents on a phone with 20,768 of them, beside the sample's",
  'first-sync': 'First sync of the sample, on a fresh profile',
  'first-screen': 'First screen',
  'availability-page': "Availability page, the sample's 18 months",
  lighthouse: 'Lighthouse, mobile',
}

async function run(names) {
  const { runnerImport } = await import('vite')
  const load = async (name) => (await runnerImport(`${root}test/bench/${name}.ts`)).module
  const { startSample } = await load('device')
  const server = await startSample()
  try {
    for (const name of names) {
      console.log(`\n${benches[name]}`)
      await (await load(name)).bench(server.origin)
    }
  } finally {
    await server.remove()
  }
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in benches))
try {
  if (unknown) throw new PrepareError(`There is no ${unknown}; there are ${Object.keys(benches).join(', ')}.`)
  await prepare(console.log)
  const load = loadavg()[0].toFixed(1)
  console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, load ${load}, Node ${process.versions.node}`)
  await run(asked.length > 0 ? asked : Object.keys(benches))
} catch (error) {
  console.error(error instanceof PrepareError ? error.message : error)
  process.exitCode = 1
}
