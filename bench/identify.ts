// The rule over a region that somebody tries out with other numbers, and over the whole country.
//   node scripts/with-node.mjs bench/identify.ts
import { applyMethodology } from '../src/core/rules/apply-methodology.ts'
import { marginOf } from '../src/core/rules/margin.ts'
import { readMethodology } from '../src/core/rules/read-methodology.ts'
import { cellState, emptyTable, type ResultsTable, type Slot } from '../src/core/rules/results-table.ts'
import { effectOf, verdictsOf } from '../src/identification/model/effect.ts'

const years = [2021, 2022]
const procedures = Array.from({ length: 35 }, (_, at) => ({
  procedure: 'ВПР',
  subject: `предмет ${(at % 7) + 1}`,
  grade: 4 + Math.floor(at / 7),
}))
const slots: Slot[] = years.flatMap(year => procedures.map(procedure => ({ ...procedure, year })))

const methodology = readMethodology({
  id: 'bench',
  edition: 1,
  title: 'Замер',
  about: 'Замер',
  source: 'Замер',
  checkedOn: '2026-11-22',
  asOf: '2026-01-01',
  parameters: {
    share: {
      title: 'Доля',
      unit: 'доля',
      values: [{ from: '2020-01-01', value: '3/10' }],
      source: '-',
      checkedOn: '2026-11-22',
    },
  },
  procedures,
  lists: [
    { id: 'first', title: '1', rule: { 'count-low': { atLeast: 2, threshold: '$share', years, minParticipants: 5 } } },
    {
      id: 'second',
      title: '2',
      relation: { list: 'first', kind: 'contains' },
      rule: { 'count-low': { atLeast: 1, threshold: '$share', years, minParticipants: 5 } },
    },
  ],
})

/** Invented results: shares of low marks spread over schools, one cell of twenty missing. */
function inventedTable(schools: number): ResultsTable {
  let seed = 20_261_122
  const chance = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const register = Array.from({ length: schools }, (_, at) => ({
    code: String(at),
    name: '',
    type: 'secondary',
    region: String(at % 85),
    municipality: '',
    traits: {},
  }))
  const table = emptyTable(register, slots)
  for (let cell = 0; cell < table.state.length; cell++) {
    if (chance() < 0.05) continue
    const n = 1 + Math.floor(chance() * 90)
    table.state[cell] = cellState.reported
    table.participants[cell] = n
    table.below[cell] = Math.floor(n * chance() ** 3)
  }
  return table
}

function seconds(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const used = process.cpuUsage(began)
  return (used.user + used.system) / 1e6
}

function countYes(table: ResultsTable, share: string): number {
  const { lists } = applyMethodology(methodology, table, { changes: { share } })
  let yes = 0
  for (let school = 0; school < table.schools.length; school++)
    for (const { rule } of lists) if (rule.verdictOf(school) === 'yes') yes++
  return yes
}

const region = inventedTable(1000)
countYes(region, '3/10')
let listed = 0
const again = seconds(() => {
  listed = countYes(region, '1/4')
})
console.log(
  `1,000 schools, ${region.state.length} cells, judged again with another share: ${(again * 1000).toFixed(1)} ms CPU (goal: at most 200), ${listed} verdicts "yes"`,
)

let moved = 0
const effect = seconds(() => {
  const found = effectOf(
    methodology,
    verdictsOf(methodology, region, { changes: { share: '19/20' } }),
    verdictsOf(methodology, region),
  )
  for (const { entered, left } of found) moved += entered.length + left.length
})
console.log(
  `  who enters and who leaves against the approved edition: ${(effect * 1000).toFixed(1)} ms CPU (goal: at most 200), ${moved} moved`,
)

const margins = seconds(() => {
  for (const { rule } of applyMethodology(methodology, region).lists)
    for (let school = 0; school < region.schools.length; school++) marginOf(rule, region, school)
})
console.log(`  margins of all of them: ${(margins * 1000).toFixed(0)} ms CPU`)

const country = inventedTable(40_000)
const national = seconds(() => {
  listed = countYes(country, '3/10')
})
console.log(
  `40,000 schools, ${country.state.length} cells: ${national.toFixed(2)} s CPU (goal: at most 1), ${listed} verdicts "yes"`,
)
process.exitCode = again <= 0.2 && effect <= 0.2 && national <= 1 ? 0 : 1
