// Reading an order of 50 items from DOCX, against mammoth on the same bytes, both in this process and warm.
//   node scripts/with-node.mjs bench/order-read.ts
// Prints the ratio of CPU times (goal: at least 15) and the memory after 20 and after 200 orders in a row (goal: flat).
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import mammoth from 'mammoth'
import { readDocx } from '../src/platform/files/index.ts'
import { orderOfItems } from './order-read-example.ts'

const goal = 15
/** One order is about half a megabyte in memory: 180 of them left behind would be 90. */
const flatWithinMb = 45
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const bytes = await orderOfItems(50)

// Warm first: what the compiler keeps for a hot program is not what orders leave behind.
for (let warm = 0; warm < 200; warm++) await readDocx(bytes)
const after: Record<number, number> = {}
for (let count = 1; count <= 200; count++) {
  await readDocx(bytes)
  if (count === 20 || count === 200) {
    collect()
    after[count] = process.memoryUsage().rss / 1024 / 1024
  }
}
console.log(`memory after 20 orders ${after[20]?.toFixed(0)} MB, after 200 orders ${after[200]?.toFixed(0)} MB`)

const { ours, theirs } = await compare(
  () => readDocx(bytes),
  () => mammoth.convertToHtml({ buffer: bytes }),
)
const ratio = theirs / ours
console.log(`an order of 50 items, ${Math.round(bytes.length / 1024)} kB: ${ours.toFixed(2)} ms CPU`)
console.log(`mammoth.convertToHtml on the same file: ${theirs.toFixed(2)} ms CPU`)
console.log(`ratio ${ratio.toFixed(1)} (goal: at least ${goal})`)
process.exitCode = ratio >= goal && after[200]! < after[20]! + flatWithinMb ? 0 : 1

/**
 * CPU of one run of each in milliseconds. Both take turns, round after round, and the best round of each counts: others use this machine
 * too, and a busy moment must not fall on one side only.
 */
async function compare(
  our: () => Promise<unknown>,
  their: () => Promise<unknown>,
): Promise<{ ours: number; theirs: number }> {
  let ours = Number.POSITIVE_INFINITY
  let theirs = Number.POSITIVE_INFINITY
  for (let round = 0; round < 16; round++) {
    ours = Math.min(ours, await cpuPerRun(our, 60))
    theirs = Math.min(theirs, await cpuPerRun(their, 6))
  }
  return { ours, theirs }
}

async function cpuPerRun(run: () => Promise<unknown>, times: number): Promise<number> {
  const begun = process.cpuUsage()
  for (let at = 0; at < times; at++) await run()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000 / times
}
