// A cold start after the installation: new database, schema, demo, serving.
//   node scripts/with-node.mjs bench/cold-start.ts
// Prints the seconds until the first page is answered and their ratio to the goal of 20 s on two cores; then the same for a second, warm start.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const goalSeconds = 20
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-cold-'))
const port = 20_000 + (process.pid % 20_000)
try {
  const cold = await secondsUntilServed()
  console.log(
    `cold start: ${cold.toFixed(1)} s, ratio to the goal ${(cold / goalSeconds).toFixed(2)} (goal: at most 1)`,
  )
  const warm = await secondsUntilServed()
  console.log(`warm start: ${warm.toFixed(1)} s`)
  process.exitCode = cold <= goalSeconds ? 0 : 1
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}

async function secondsUntilServed(): Promise<number> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['src/shell/cli/main.ts', 'serve', '--demo', '--port', String(port), '--data', folder],
    { stdio: 'ignore' },
  )
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null)
      if (answer?.ok) return (performance.now() - began) / 1000
      if (child.exitCode !== null) throw new Error(`Opora ended with ${child.exitCode}`)
      if (performance.now() - began > 120_000) throw new Error('Opora does not answer after two minutes')
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  } finally {
    child.kill('SIGTERM')
    await new Promise(resolve => child.once('exit', resolve))
  }
}
