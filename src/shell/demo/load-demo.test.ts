import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setUpRegion } from '../../authorities/index.ts'
import type { RegionId } from '../../core/base/index.ts'
import { eachDatabase } from '../../platform/postgres/testing.ts'
import { awaitsDemo, loadDemo, regionName } from './load-demo.ts'
import { demoAdministrator, demoPassword } from './seats.ts'

const now = new Date('2026-03-02T09:00:00Z')
const administrator = { ...demoAdministrator, password: demoPassword }

eachDatabase((name, open) =>
  describe(`the example on ${name}`, () => {
    const db = open()
    const count = async (table: string) => {
      const client = await db().connect()
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
      client.release()
      return rows[0]!.n
    }

    test('migrations fill no table', async () => {
      const client = await db().connect()
      const { rows } = await client.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
      )
      client.release()
      for (const table of rows) assert.equal(await count(table.name), 0, table.name)
    })

    test('an example that was cut short is loaded anew, a whole one stays', async () => {
      assert.equal(await awaitsDemo(db()), true)
      const region = { regionId: 2 as RegionId, name: regionName.unfinished, timeZone: 'Europe/Moscow', administrator }
      await setUpRegion(db(), region, now)
      assert.equal(await awaitsDemo(db()), true)
      await loadDemo(db(), now)
      assert.equal(await awaitsDemo(db()), false)
      assert.ok((await count('organisations')) > 20)
    })
  }),
)

eachDatabase((name, open) =>
  describe(`an installation in use on ${name}`, () => {
    const db = open()

    test('the example never comes to a region that people have set up', async () => {
      const region = { regionId: 2 as RegionId, name: 'Заозёрская область', timeZone: 'Europe/Moscow', administrator }
      await setUpRegion(db(), region, now)
      assert.equal(await awaitsDemo(db()), false)
    })
  }),
)
