// Generating 40,000 obligations of a region: 500 schools × 80 occurrences, from the model to committed rows and counters.
//   node scripts/with-node.mjs bench/obligations.ts
// Prints CPU of this process and of the database's backend, and their sum against the goal (at most 3 s).
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setUpRegion } from '../src/authorities/index.ts'
import type { MunicipalityId, OrganisationId } from '../src/core/base/index.ts'
import { readDeadline } from '../src/core/deadlines/index.ts'
import {
  type Ctx,
  migrate,
  migrationFolders,
  newId,
  oneRow,
  openDatabase,
  sql,
  withCtx,
} from '../src/platform/postgres/index.ts'
import { aNewRoadmap, plan2026 } from '../src/roadmaps/examples/roadmaps.ts'
import {
  draftOf,
  executorKey,
  type NewRoadmap,
  obligationsOf,
  type ScopeOrganisation,
  usualCheckpoints,
} from '../src/roadmaps/model/index.ts'
import { understandOrder } from '../src/roadmaps/order/index.ts'
import { insertObligations, recount } from '../src/roadmaps/store/obligations.ts'
import { insertOrder } from '../src/roadmaps/store/orders.ts'
import { insertRoadmap } from '../src/roadmaps/store/roadmaps.ts'

const goalSeconds = 3
const schools = 500
const monthlyItems = 6
const singleItems = 8

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-bench-'))
const db = await openDatabase({ folder: path.join(folder, 'postgres') })
try {
  await migrate(db, migrationFolders())
  const now = new Date('2026-01-20T09:00:00Z')
  const administrator = {
    familyName: 'Рябинина',
    givenName: 'Софья',
    patronymic: null,
    login: 'admin',
    password: 'корабль у причала',
  }
  const request = await setUpRegion(
    db,
    { regionId: 2 as never, name: 'Пример', timeZone: 'Europe/Moscow', administrator },
    now,
  )
  const municipality = newId<MunicipalityId>()
  const town = Array.from(
    { length: schools },
    (): ScopeOrganisation => ({
      id: newId<OrganisationId>(),
      municipalityId: municipality,
      kind: 'school',
      schoolType: 'secondary',
    }),
  )
  const texts = [...Array(monthlyItems).fill('ежемесячно'), ...Array(singleItems).fill('до 15.03.2026')] as string[]
  const context = { planStart: plan2026.start, planEnd: plan2026.end, orderDate: null }
  const roadmap = aNewRoadmap(
    texts.map(text => ({ deadline: readDeadline(text, context).deadline, party: 'Руководители ОО' })),
    newId,
  )
  const directory = new Map([[executorKey('Руководители ОО'), { kind: 'allSchools' as const }]])
  const plan = { ...plan2026, checkpoints: usualCheckpoints(plan2026.start, plan2026.end) }

  const measured = await withCtx(db, { ...request, now }, async ctx => {
    await storeOrderOf(ctx, roadmap)
    await insertRoadmap(ctx, roadmap)
    const { pid } = await oneRow(ctx.tx, sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`)
    const began = { wall: performance.now(), own: process.cpuUsage(), backend: backendSeconds(pid) }
    const { obligations } = obligationsOf(roadmap.sources, directory, town, plan)
    await insertObligations(ctx, roadmap.id, null, obligations)
    await recount(ctx, roadmap.id)
    const { user, system } = process.cpuUsage(began.own)
    return {
      count: obligations.length,
      wall: (performance.now() - began.wall) / 1000,
      own: (user + system) / 1e6,
      backend: backendSeconds(pid) - began.backend,
    }
  })
  const cpu = measured.own + measured.backend
  console.log(`obligations        ${measured.count}`)
  console.log(`wall               ${measured.wall.toFixed(2)} s`)
  console.log(`CPU of Opora       ${measured.own.toFixed(2)} s`)
  console.log(`CPU of PostgreSQL  ${measured.backend.toFixed(2)} s`)
  console.log(`CPU together       ${cpu.toFixed(2)} s, goal at most ${goalSeconds} s`)
  process.exitCode = measured.count === 40_000 && cpu <= goalSeconds ? 0 : 1
} finally {
  await db.close()
  fs.rmSync(folder, { recursive: true, force: true })
}

/** A roadmap stands on an order; here on an empty one. */
async function storeOrderOf(ctx: Ctx, { orderId, authorityId }: NewRoadmap): Promise<void> {
  const source = { format: 'text' as const, blocks: [] }
  const order = { id: orderId, authorityId, fileName: 'example.txt', sha256: '', bytes: new Uint8Array(), source }
  await insertOrder(ctx, order, draftOf(understandOrder(source), [], 'regional'))
}

/** CPU that a process of this machine has used, in seconds. */
function backendSeconds(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  const ticksPerSecond = 100
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
