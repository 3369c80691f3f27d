// `npm test`: installs what is missing, reads the code (npm run check), then runs every test of src and e2e.
//   npm test -- src/roadmaps        only the tests below a folder, without the checks
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { installIfMissing, pinnedNode, root, runNode } from './pinned-node.mjs'

installIfMissing()
const below = process.argv.slice(2).filter(word => !word.startsWith('-'))
if (below.length === 0) {
  const checks = spawnSync(pinnedNode(), ['scripts/check.mjs'], { cwd: root, stdio: 'inherit' })
  if (checks.status !== 0) process.exit(1)
}
const files = (below.length ? below : ['src', 'e2e']).flatMap(testsBelow)
process.exitCode = await runNode([
  '--import',
  'tsx',
  '--test',
  '--test-concurrency=2',
  '--test-reporter=dot',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/failures-and-totals.mjs',
  '--test-reporter-destination=stdout',
  ...files,
])

function testsBelow(place) {
  const full = path.resolve(root, place)
  if (!fs.existsSync(full)) return []
  if (fs.statSync(full).isFile()) return [full]
  return fs
    .readdirSync(full, { recursive: true })
    .filter(name => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map(name => path.join(full, name))
    .sort()
}
