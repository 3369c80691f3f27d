// Invented protocols of participants become cells: against DuckDB doing the same in SQL, and against `unzip` for a workbook.
//   node scripts/with-node.mjs bench/ingest.ts [millions of rows of the largest file, 20 where the disk allows]
// Every planted defect must be found, no more and no less, by both.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Planted, writeCsv, writeWorkbook } from './ingest-file.ts'

interface Measured {
  readonly found: Planted
  readonly cpuSeconds: number
  readonly peakMb: number
}

const goals = { ofDuckdb: 0.35, peakMb: 512, linear: 1.25, ofUnzip: 4 }
const tries = 3
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-ingest-'))
let missed = 0
try {
  const large = Number(process.argv[2] ?? (freeGb(folder) > 8 ? 20 : 2))
  const perMillion = [0.2, 2, ...(large > 2 ? [large] : [])].map(measureCsv)
  const [small, middle, largest] = perMillion as [number, number, number | undefined]
  judge(
    `CPU per row: ${small.toFixed(2)} s a million at 0.2 million rows, ${middle.toFixed(2)} at 2${largest === undefined ? '' : `, ${largest.toFixed(2)} at ${large}`}; largest to 2 million`,
    (largest ?? middle) / middle,
    goals.linear,
  )
  measureWorkbook()
} finally {
  fs.rmSync(folder, { recursive: true })
}
process.exitCode = missed ? 1 : 0

/** One size; 2 million rows are read by DuckDB as well, by turns. Gives the CPU of a million rows. */
function measureCsv(millions: number): number {
  const file = path.join(folder, `${millions}.csv`)
  const planted = writeCsv(file, millions * 1e6)
  const mb = fs.statSync(file).size / 1048576
  const opora: Measured[] = []
  const duckdb: Measured[] = []
  for (let turn = 0; turn < (millions > 2 ? 1 : tries); turn++) {
    opora.push(run('ingest-opora.ts', file))
    if (millions === 2) duckdb.push(run('ingest-duckdb.ts', file))
  }
  for (const { found } of [...opora, ...duckdb]) checkFound(found, planted)
  const cpu = least(opora)
  const peak = Math.max(...opora.map(one => one.peakMb))
  console.log(
    `${millions} million rows, ${mb.toFixed(0)} MB, ${planted.cells} cells: ${cpu.toFixed(2)} s CPU, as planted`,
  )
  judge(`  peak memory ${peak.toFixed(0)} MB`, peak, goals.peakMb)
  if (duckdb.length > 0)
    judge(
      `  DuckDB ${least(duckdb).toFixed(2)} s CPU, ${Math.max(...duckdb.map(one => one.peakMb)).toFixed(0)} MB; Opora to DuckDB`,
      cpu / least(duckdb),
      goals.ofDuckdb,
    )
  fs.rmSync(file)
  return cpu / millions
}

function measureWorkbook(): void {
  const file = path.join(folder, 'protocol.xlsx')
  const planted = writeWorkbook(file, 50_000)
  const opora = Array.from({ length: tries }, () => run('ingest-opora.ts', file))
  for (const { found } of opora) checkFound(found, planted)
  const unzip = unzipSeconds(file)
  if (unzip === null) console.log('workbook: `unzip` is not installed, nothing to measure against')
  else
    judge(
      `workbook of 50,000 × 25: ${least(opora).toFixed(2)} s CPU, \`unzip -p\` ${unzip.toFixed(2)} s; Opora to unzip`,
      least(opora) / unzip,
      goals.ofUnzip,
    )
}

function run(script: string, file: string): Measured {
  // Node alone, as in the sandbox, where the product reads what was uploaded.
  const done = spawnSync(process.execPath, ['--no-warnings', path.join(import.meta.dirname, script), file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (done.status !== 0) throw new Error(`${script} ended with ${done.status ?? done.signal}`)
  return JSON.parse(done.stdout) as Measured
}

/** CPU of unpacking the whole workbook to nowhere, the least of several; null where there is no unzip. */
function unzipSeconds(file: string): number | null {
  const once = () => {
    const done = spawnSync('sh', ['-c', 'unzip -p "$1" > /dev/null && times', 'sh', file], { encoding: 'utf8' })
    const [, minutes, seconds, moreMinutes, moreSeconds] =
      /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s/.exec(done.stdout ?? '')?.map(Number) ?? []
    return done.status === 0 ? minutes! * 60 + seconds! + moreMinutes! * 60 + moreSeconds! : null
  }
  const found = Array.from({ length: tries }, once)
  return found.includes(null) ? null : Math.min(...(found as number[]))
}

function checkFound(found: Partial<Planted>, planted: Planted): void {
  for (const [name, count] of Object.entries(found))
    if (count !== planted[name as keyof Planted])
      throw new Error(`${name}: found ${count}, planted ${planted[name as keyof Planted]}`)
}

function least(measured: readonly Measured[]): number {
  return Math.min(...measured.map(one => one.cpuSeconds))
}

function judge(what: string, found: number, goal: number): void {
  if (found > goal) missed++
  console.log(`${what}: ${found.toFixed(2)} (goal: at most ${goal})`)
}

function freeGb(place: string): number {
  const { bavail, bsize } = fs.statfsSync(place)
  return (bavail * bsize) / 2 ** 30
}
