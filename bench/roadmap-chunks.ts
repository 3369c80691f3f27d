// A roadmap of 1,500 items in chunks of 100, against the baseline page (signed in, framed, one `select 1` under row security), 20 clients.
//   node scripts/with-node.mjs bench/roadmap-chunks.ts
// Prints p99 of the baseline, of the chunks as data and as the page, at the start and at the end of the roadmap, and their ratios (goal: at most 4),
// and the ratio of the 1,500-item roadmap to one of 150 (goal: flat).
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { h } from 'preact'
import { Type } from 'typebox'
import { slices } from '../src/app.ts'
import { authoritiesTexts, createGate } from '../src/authorities/index.ts'
import { type Slice, view } from '../src/core/web/index.ts'
import {
  type Ctx,
  migrate,
  migrationFolders,
  oneRow,
  openDatabase,
  sql,
  type Tx,
  withCtx,
} from '../src/platform/postgres/index.ts'
import { approveDraft, loadDraft, matchByWording, uploadOrder } from '../src/roadmaps/index.ts'
import { buildApp } from '../src/shell/api/app.ts'
import { loadDemo } from '../src/shell/demo/load-demo.ts'
import { demoPassword } from '../src/shell/demo/seats.ts'
import { loadOf } from './load.ts'

const goal = 4
const clients = 20
const requests = 1500
const none = Type.Object({})

const baseline: Slice = {
  name: 'bench',
  navigation: [],
  texts: authoritiesTexts,
  routes: [
    view<Tx, typeof none, typeof none, ReturnType<typeof Type.Object>>({
      id: 'bench.baseline',
      path: '/bench/baseline',
      summary: { ru: 'Точка отсчёта', en: 'Baseline' },
      permission: 'signed-in',
      params: none,
      query: none,
      data: Type.Object({ one: Type.Integer() }),
      load: ctx => oneRow(ctx.tx, sql<{ one: number }>`SELECT 1 AS one`),
      page: () => ({ title: 'baseline', body: h('h1', {}, 'baseline') }),
    }),
  ],
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-bench-'))
const db = await openDatabase({ folder: path.join(folder, 'postgres') })
try {
  await migrate(db, migrationFolders())
  const now = new Date('2026-05-20T09:00:00Z')
  await loadDemo(db, now)
  const coordinator = await coordinatorRequest(now)
  const long = await roadmapOf(1500, coordinator)
  const short = await roadmapOf(150, coordinator)
  const app = await buildApp({
    db,
    slices: [...slices, baseline],
    gate: createGate(db),
    config: { logLevel: 'silent' },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(app.server.address() as { port: number }).port}`
  const signedIn = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'gorod', password: demoPassword }),
  })
  const { token } = (await signedIn.json()) as { token: string }
  const measure = (place: string) => loadOf({ url: `${address}${place}`, token, clients, requests })

  const pages = {
    baseline: '/bench/baseline',
    'chunk 1 of 1,500 as data': `/api/v1/roadmaps/${long}/items`,
    'last chunk of 1,500 as data': `/api/v1/roadmaps/${long}/items?after=1399`,
    'chunk 1 of 1,500 as a page': `/roadmaps/${long}`,
    'last chunk of 1,500 as a page': `/roadmaps/${long}?after=1399`,
    'chunk 1 of 150 as a page': `/roadmaps/${short}`,
  }
  await measure(pages.baseline)
  const p99: Record<string, number> = {}
  for (const [name, place] of Object.entries(pages)) {
    const found = await measure(place)
    p99[name] = found.p99Ms
    console.log(
      `${name.padEnd(32)} p50 ${found.p50Ms.toFixed(1)} ms, p99 ${found.p99Ms.toFixed(1)} ms, ${(found.bytes / 1024).toFixed(0)} kB, ratio of p99 ${(found.p99Ms / p99['baseline']!).toFixed(2)}`,
    )
  }
  const worst = Math.max(...Object.values(p99)) / p99['baseline']!
  const flat = p99['chunk 1 of 1,500 as a page']! / p99['chunk 1 of 150 as a page']!
  console.log(
    `slowest chunk of 100, as data or as a page ÷ baseline: ${worst.toFixed(2)} (goal: at most ${goal}); 1,500 items ÷ 150 items: ${flat.toFixed(2)} (goal: flat)`,
  )
  process.exitCode = worst <= goal ? 0 : 1
  await app.close()
} finally {
  await db.close()
  fs.rmSync(folder, { recursive: true })
}

async function coordinatorRequest(now: Date): Promise<Omit<Ctx, 'tx'>> {
  const gate = createGate(db)
  const { session } = await gate.signIn({ login: 'gorod', password: demoPassword, ip: '127.0.0.1' }, now)
  const { who, scope } = session.active!
  return { who, scope, now, today: '2026-05-20' as Ctx['today'], lang: 'ru', requestId: 'bench' }
}

async function roadmapOf(items: number, request: Omit<Ctx, 'tx'>): Promise<string> {
  const months = [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ]
  const rows = Array.from({ length: items }, (_, at) => {
    const section = at % 100 === 0 ? `${at / 100 + 1}. Направление ${at / 100 + 1}\t\t\t\t\n` : ''
    return `${section}${Math.floor(at / 100) + 1}.${(at % 100) + 1}\tПроведение семинара № ${at + 1} для учителей математики\t${months[at % months.length]} 2026\t${at % 3 ? 'ИМЦ' : 'Управление образования'}\tАналитическая справка`
  })
  const head =
    'ПЛАН МЕРОПРИЯТИЙ\nпо повышению качества образования на 2026 год\n\n№ п/п\tМероприятие\tСрок\tОтветственные\tОжидаемый результат\n'
  const bytes = new TextEncoder().encode(`${head}${rows.join('\n')}\n`)
  const orderId = await withCtx(db, request, ctx => uploadOrder(ctx, { fileName: `${items}.txt`, bytes }))
  await withCtx(db, request, ctx => matchByWording(ctx, orderId))
  return withCtx(db, request, async ctx => approveDraft(ctx, orderId, (await loadDraft(ctx, orderId)).version))
}
