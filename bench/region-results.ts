// A region of 1,000 schools from the database to verdicts: 70 procedures of two years, two classes each, 140,000 cells.
//   node scripts/with-node.mjs bench/region-results.ts
// Prints how long the cells take to go in, and CPU of this process and of the database's backend for the table and the verdicts against
// the goal (together at most 1 s): on a busy machine the clock says little.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type KnownCell, replaceUnits, resultsTable } from '../src/assessments/index.ts'
import { createMunicipality, setUpRegion } from '../src/authorities/index.ts'
import type { SchoolId } from '../src/core/base/index.ts'
import { applyMethodology } from '../src/core/rules/apply-methodology.ts'
import { readMethodology } from '../src/core/rules/read-methodology.ts'
import { migrate, migrationFolders, oneRow, openDatabase, sql, withCtx } from '../src/platform/postgres/index.ts'
import { enterSchool } from '../src/schools/index.ts'

const goalSeconds = 1
const years = [2021, 2022]
const subjects = ['математика', 'русский язык', 'физика', 'химия', 'история', 'биология', 'география']
const procedures = subjects.flatMap(subject => [4, 5, 6, 7, 8].map(grade => ({ procedure: 'ВПР', subject, grade })))

const methodology = readMethodology({
  id: 'bench',
  edition: 1,
  title: 'Замер',
  about: 'Замер',
  source: 'Замер',
  checkedOn: '2026-11-22',
  asOf: '2026-01-01',
  procedures,
  lists: [
    { id: 'first', title: '1', rule: { 'count-low': { atLeast: 2, threshold: '3/10', years, minParticipants: 5 } } },
  ],
})

let seed = 20_261_122
function chance(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** Results of one procedure and year: every school, two classes, primary scores, journal marks, ten tasks. */
function cellsOf(procedure: (typeof procedures)[number], year: number, schools: readonly SchoolId[]): KnownCell[] {
  return schools.flatMap((organisationId, at) =>
    ['А', 'Б'].map((letter): KnownCell => {
      const highest = procedure.subject === 'русский язык' ? 45 : 20
      const scores = Array.from({ length: highest + 1 }, () => 0)
      const journal = Array.from({ length: 6 }, () => Array.from({ length: highest + 1 }, () => 0))
      const participants = 12 + Math.floor(chance() * 16)
      for (let n = 0; n < participants; n++) {
        const score = Math.min(highest, Math.floor((highest + 1) * (0.2 + 0.1 * (at % 7) + 0.4 * chance())))
        scores[score]!++
        journal[2 + Math.floor((3.99 * score) / (highest + 1))]![score]!++
      }
      const tasks = Array.from({ length: 10 }, (_, n) => ({ code: String(n + 1), max: 2, sum: participants, done: n }))
      return {
        ...{ ...procedure, year, wave: 'spring', class: `${procedure.grade}${letter}`, organisationId, participants },
        ...{
          schoolCode: String(at),
          basis: 'participants',
          absent: 1,
          scores,
          testScores: null,
          marks: null,
          below: null,
        },
        ...{ mean: null, journal, comparison: null, tasks, rows: [2, 20] },
      }
    }),
  )
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-bench-'))
const db = await openDatabase({ folder: path.join(folder, 'postgres') })
try {
  await migrate(db, migrationFolders())
  const request = await setUpRegion(
    db,
    {
      regionId: 2 as never,
      name: 'Пример',
      timeZone: 'Europe/Moscow',
      administrator: {
        familyName: 'Рябинина',
        givenName: 'Софья',
        patronymic: null,
        login: 'admin',
        password: 'корабль у причала',
      },
    },
    new Date('2026-01-20T09:00:00Z'),
  )
  const schools = await withCtx(db, request, async ctx => {
    const { id: municipalityId } = await createMunicipality(ctx, { oktmo: '02701000', name: 'Город' })
    const entered: SchoolId[] = []
    for (let n = 1; n <= 1000; n++) {
      const facts = { name: `Школа № ${n}`, shortName: null, type: 'secondary' as const, codes: [] }
      entered.push((await enterSchool(ctx, { ...facts, municipalityId })).id)
    }
    return entered
  })

  const began = performance.now()
  let cells = 0
  for (const year of years)
    for (const procedure of procedures) {
      const file = { name: 'замер.csv', sha256: '0'.repeat(64), layout: 'bench', report: null }
      const one = cellsOf(procedure, year, schools)
      await withCtx(db, request, ctx => replaceUnits(ctx, one, file))
      cells += one.length
    }
  console.log(`${cells} cells entered in ${((performance.now() - began) / 1000).toFixed(1)} s`)

  const measure = () =>
    withCtx(
      db,
      request,
      async ctx => {
        const { pid } = await oneRow(ctx.tx, sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`)
        const start = { wall: performance.now(), own: process.cpuUsage(), backend: backendSeconds(pid) }
        const { table } = await resultsTable(ctx, { years })
        const [list] = applyMethodology(methodology, table).lists
        let yes = 0
        for (let school = 0; school < table.schools.length; school++) if (list!.rule.verdictOf(school) === 'yes') yes++
        const { user, system } = process.cpuUsage(start.own)
        const cpu = { own: (user + system) / 1e6, backend: backendSeconds(pid) - start.backend }
        return { ...cpu, wall: (performance.now() - start.wall) / 1000, yes, slots: table.slots.length }
      },
      'read',
    )
  const runs = [await measure(), await measure(), await measure(), await measure(), await measure()]
  for (const { own, backend, wall } of runs)
    console.log(
      `  CPU ${own.toFixed(2)} s here, ${backend.toFixed(2)} s in the database; by the clock ${wall.toFixed(2)} s`,
    )
  const middle = runs.map(({ own, backend }) => own + backend).sort((a, b) => a - b)[2]!
  console.log(
    `1,000 schools × ${runs[0]!.slots} procedures from the database to ${runs[0]!.yes} verdicts "yes": middle of five ${middle.toFixed(2)} s CPU; ratio to ${goalSeconds} s: ${(middle / goalSeconds).toFixed(2)} (goal: at most 1)`,
  )
  process.exitCode = middle <= goalSeconds ? 0 : 1
} finally {
  await db.close()
  fs.rmSync(folder, { recursive: true, force: true })
}

/** CPU seconds of a process of this machine, its own and the system's for it. */
function backendSeconds(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
