// Runs a script or a TypeScript file with the pinned Node: node scripts/with-node.mjs bench/order-read.ts
import { installIfMissing, runNode } from './pinned-node.mjs'

installIfMissing()
process.exitCode = await runNode(['--import', 'tsx', ...process.argv.slice(2)])
