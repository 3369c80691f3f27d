import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { MunicipalityId, OrganisationId, RegionId } from '../../core/base/index.ts'
import {
  afterCommit,
  change,
  forgetOldSubmissions,
  historyOf,
  maybeRow,
  once,
  oneRow,
  rows,
  saveAudit,
  sql,
  type Tx,
  withCtx,
  withScope,
  withSystem,
  workEnded,
} from './index.ts'
import { keepSubmissionsMs } from './once.ts'
import { aRequest, eachDatabase } from './testing.ts'

const hill = randomUUID() as MunicipalityId
const valley = randomUUID() as MunicipalityId
const school = randomUUID() as OrganisationId

eachDatabase((name, open) =>
  describe(`a scope on ${name}`, () => {
    const db = open()
    const region = aRequest({ regionId: 42 })
    const ofHill = aRequest({ regionId: 42, municipalityId: hill })
    const ofSchool = aRequest({ regionId: 42, municipalityId: hill, organisationId: school })
    const subjects = async (tx: Tx) =>
      (await rows(tx, sql<{ id: string }>`SELECT subject_id AS id FROM audit_lines ORDER BY subject_id`)).map(
        row => row.id,
      )

    test('starts what was asked for after the commit, and nothing when the transaction is rolled back', async () => {
      const done: string[] = []
      const work = (what: string) => async () => {
        done.push(what)
      }
      await withCtx(db(), region, async ctx => {
        afterCommit(ctx, work('committed'))
        assert.deepEqual(done, [])
      })
      await assert.rejects(
        withCtx(db(), region, async ctx => {
          afterCommit(ctx, work('rolled back'))
          throw new Error('no')
        }),
      )
      await workEnded()
      assert.deepEqual(done, ['committed'])
    })

    test('shows a municipal seat its own and the regional rows, a school its own as well, another region nothing', async () => {
      await withCtx(db(), region, async ctx => {
        for (const [subjectId, municipalityId, organisationId] of [
          ['regional', null, null],
          ['hill', hill, null],
          ['school', hill, school],
          ['valley', valley, null],
        ] as const)
          await saveAudit(ctx, { action: 'a/b', subjectKind: 'seen', subjectId, municipalityId, organisationId })
      })
      assert.deepEqual(await withScope(db(), region, subjects), ['hill', 'regional', 'school', 'valley'])
      assert.deepEqual(await withScope(db(), ofHill, subjects), ['hill', 'regional', 'school'])
      assert.deepEqual(await withScope(db(), ofSchool, subjects), ['hill', 'regional', 'school'])
      const other = aRequest({ regionId: 42, municipalityId: valley, organisationId: randomUUID() as OrganisationId })
      assert.deepEqual(await withScope(db(), other, subjects), ['regional', 'valley'])
      assert.deepEqual(await withScope(db(), aRequest({ regionId: 54 }), subjects), [])
    })

    test('refuses a municipal seat a regional row, a row of another municipality and one of another region', async () => {
      const attempt = (municipalityId: MunicipalityId | null) =>
        withCtx(db(), ofHill, ctx =>
          saveAudit(ctx, { action: 'a/b', subjectKind: 'x', subjectId: '1', municipalityId }),
        )
      await assert.rejects(attempt(null), /row-level security/)
      await assert.rejects(attempt(valley), /row-level security/)
      const elsewhere = aRequest({ regionId: 54, municipalityId: hill }).scope
      await assert.rejects(
        withCtx(db(), ofHill, ctx =>
          saveAudit({ ...ctx, scope: elsewhere }, { action: 'a/b', subjectKind: 'x', subjectId: '1' }),
        ),
        /row-level security/,
      )
      await attempt(hill)
    })

    test('lets nobody change or delete a line of the change log', async () => {
      for (const statement of [sql`UPDATE audit_lines SET action = 'x'`, sql`DELETE FROM audit_lines`])
        await assert.rejects(
          withScope(db(), region, tx => rows(tx, statement)),
          /permission denied/,
        )
    })

    test('keeps a change and its line together: what fails leaves neither', async () => {
      await assert.rejects(
        withCtx(db(), region, async ctx => {
          await saveAudit(ctx, { action: 'a/b', subjectKind: 'together', subjectId: '1' })
          throw new Error('later step failed')
        }),
        /later step/,
      )
      assert.deepEqual(await withCtx(db(), region, ctx => historyOf(ctx, 'together', '1')), [])
    })

    test('tells the history newest first, with what was and what is', async () => {
      const at = (second: number) => ({ ...region, now: new Date(Date.UTC(2026, 0, 1, 0, 0, second)) })
      const entry = { action: 'a/renamed', subjectKind: 'told', subjectId: '1' }
      await withCtx(db(), at(1), ctx => saveAudit(ctx, { ...entry, after: { name: 'first' } }))
      await withCtx(db(), at(2), ctx =>
        saveAudit(ctx, { ...entry, before: { name: 'first' }, after: { name: "o'second" } }),
      )
      const told = await withCtx(db(), region, ctx => historyOf(ctx, 'told', '1'))
      assert.deepEqual(
        told.map(line => [line.before, line.after]),
        [
          [{ name: 'first' }, { name: "o'second" }],
          [null, { name: 'first' }],
        ],
      )
      assert.equal(told[0]?.personName, region.who.personName)
    })

    test('quotes what it puts into the settings', async () => {
      const sly = aRequest({ regionId: 42, municipalityId: "'; RESET ROLE; --" as MunicipalityId })
      await assert.rejects(withScope(db(), sly, subjects), /invalid input syntax for type uuid/)
      await assert.rejects(
        async () => withScope(db(), aRequest({ regionId: '1' as unknown as RegionId }), subjects),
        /not a region/,
      )
    })

    test('ends with its function: a transaction that was kept cannot be used', async () => {
      const kept = await withScope(db(), region, async tx => [tx] as const)
      await assert.rejects(subjects(kept[0]), /has ended/)
    })

    test('refuses to write when it was opened for reading', async () => {
      const entry = { action: 'a/b', subjectKind: 'x', subjectId: '2' }
      await assert.rejects(
        withCtx(db(), region, ctx => saveAudit(ctx, entry), 'read'),
        /read-only transaction/,
      )
    })

    test('does not commit half of a change when the error of a statement was swallowed', async () => {
      const swallowing = withScope(db(), region, async tx => {
        await rows(tx, sql`SELECT 1 / 0`).catch(() => {})
      })
      await assert.rejects(swallowing, /swallowed/)
    })

    test('gives the system no way into rows that no migration opened to it', async () => {
      await assert.rejects(withSystem(db(), subjects), /permission denied/)
    })

    test('reads a date as it is written and a count as a number', async () => {
      const row = await withScope(db(), region, tx =>
        maybeRow(
          tx,
          sql<{ on: string; n: number }>`SELECT DATE '2024-02-29' AS "on", count(*) AS n FROM (VALUES (1)) AS v`,
        ),
      )
      assert.deepEqual(row, { on: '2024-02-29', n: 1 })
    })

    test('does the work of a form once, whether it comes again later or at the same moment', async () => {
      let done = 0
      const submit = () =>
        withCtx(db(), region, ctx => once(ctx, 'add', 'key-of-a-form', async () => ({ number: ++done })))
      const answers = await Promise.all([submit(), submit(), submit()])
      assert.deepEqual([...answers, await submit()], Array(4).fill({ number: 1 }))
      const another = { ...region, who: { ...region.who, personId: randomUUID() as typeof region.who.personId } }
      assert.deepEqual(
        await withCtx(db(), another, ctx => once(ctx, 'add', 'key-of-a-form', async () => 'somebody else')),
        'somebody else',
      )
    })

    test('lets a form be sent again after its first attempt failed', async () => {
      const submit = (fn: () => Promise<string>) =>
        withCtx(db(), region, ctx => once(ctx, 'add', 'key-of-a-failure', fn))
      await assert.rejects(
        submit(() => Promise.reject(new Error('no luck'))),
        /no luck/,
      )
      assert.equal(await submit(async () => 'luck'), 'luck')
    })

    test('forgets what a form has led to after 30 days, whoever sent it, a thousand at a time', async () => {
      const at = (ms: number) => ({ ...region, now: new Date(region.now.getTime() + ms) })
      const kept = () =>
        withSystem(db(), async tx => (await oneRow(tx, sql<{ n: number }>`SELECT count(*) AS n FROM submissions`)).n)
      await withSystem(db(), tx => forgetOldSubmissions(tx, at(10 * keepSubmissionsMs).now))
      assert.equal(await kept(), 0)
      const submit = (key: string, ms = 0) => withCtx(db(), at(ms), ctx => once(ctx, 'add', key, async () => key))
      await submit('first-of-all')
      await submit('a-moment-later', 1)
      await withSystem(db(), tx => forgetOldSubmissions(tx, at(keepSubmissionsMs).now))
      assert.equal(await kept(), 2) // of exactly 30 days: kept
      await withSystem(db(), tx => forgetOldSubmissions(tx, at(keepSubmissionsMs + 1).now))
      assert.equal(await kept(), 1)
      assert.equal(
        await withCtx(db(), region, ctx => once(ctx, 'add', 'a-moment-later', async () => 'again')),
        'a-moment-later',
      )
      await withCtx(db(), region, ctx =>
        change(
          ctx.tx,
          sql`INSERT INTO submissions (region_id, person_id, key, at)
              SELECT ${region.scope.regionId}, ${region.who.personId}, 'add key-number-' || n, ${region.now} FROM generate_series(1, 1500) AS n`,
        ),
      )
      await withSystem(db(), tx => forgetOldSubmissions(tx, at(2 * keepSubmissionsMs).now))
      assert.equal(await kept(), 501)
      await withSystem(db(), tx => forgetOldSubmissions(tx, at(2 * keepSubmissionsMs).now))
      assert.equal(await kept(), 0)
    })

    test('refuses a key that no form of ours has', async () => {
      const submit = (key: string) => withCtx(db(), region, ctx => once(ctx, 'add', key, async () => 1))
      await assert.rejects(submit('1234567'), { code: 'platform/bad-submission-key' })
      assert.equal(await submit('12345678'), 1)
      await assert.rejects(submit('x'.repeat(101)), { code: 'platform/bad-submission-key' })
    })
  }),
)
