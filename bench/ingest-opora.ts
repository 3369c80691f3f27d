// One file of participants read into cells by Opora, measured from the inside: bench/ingest.ts starts this in a process of its own.
// Prints one line of JSON: what was found, CPU without the start of the program, and the peak memory of the whole process.
import { readResults } from '../src/imports/results/read-results.ts'
import { isInRegister, type Planted } from './ingest-file.ts'

const began = process.cpuUsage()
const { cells, report, size } = await readResults({ path: process.argv[2]! })
const reading = process.cpuUsage(began)
const found: Planted = {
  rows: report.rows.read,
  accepted: report.rows.accepted - report.rows.absent,
  absent: report.rows.absent,
  withoutResult: report.rows.withoutResult,
  notWhole: report.counts['results/not-whole'] ?? 0,
  scoreAboveMax: report.counts['results/score-above-max'] ?? 0,
  taskAboveMax: report.counts['results/task-above-max'] ?? 0,
  repeated: report.counts['results/repeated'] ?? 0,
  totalDiffers: report.counts['results/total-differs'] ?? 0,
  ofUnknownSchools: 0,
  cells: size,
  points: 0,
  taskPoints: 0,
}
for (const cell of cells) {
  if (!isInRegister(cell.schoolCode)) found.ofUnknownSchools += cell.participants
  for (let score = 0; score < cell.scores!.length; score++) found.points += score * cell.scores![score]!
  for (const task of cell.tasks!) found.taskPoints += task.sum
}
const all = process.cpuUsage(began)
console.log(
  JSON.stringify({
    found,
    readingSeconds: (reading.user + reading.system) / 1e6,
    cpuSeconds: (all.user + all.system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
)
