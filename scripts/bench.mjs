// `npm run bench`: every measurement of bench/, one after another; each prints its ratio and its goal.
import fs from 'node:fs'
import path from 'node:path'
import { root, runNode } from './pinned-node.mjs'

let missed = 0
for (const name of fs.readdirSync(path.join(root, 'bench')).sort()) {
  const text = fs.readFileSync(path.join(root, 'bench', name), 'utf8')
  // A measurement says in its first lines how it is run; the others are its parts.
  if (!text.split('\n', 6).some(line => line.includes(`with-node.mjs bench/${name}`))) continue
  console.log(`\n${name}`)
  if ((await runNode(['--import', 'tsx', `bench/${name}`])) !== 0) missed++
}
process.exitCode = missed ? 1 : 0
