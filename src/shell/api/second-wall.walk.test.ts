import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { MunicipalityId, OrganisationId, RegionId, Scope } from '../../core/base/index.ts'
import { change, rows, sql, withScope } from '../../platform/postgres/index.ts'
import { foreignOrder, type Product, suiteProduct } from './product-kit.ts'

/** Row security by itself: statements without any condition of the application, as if every filter had been forgotten. */
describe('the database keeps territories apart when the application forgets to', () => {
  const suite = suiteProduct()
  const regionId = 2 as RegionId
  const everywhere: Scope = { regionId, municipalityId: null, organisationId: null }
  let product: Product
  let tables: readonly string[]
  let city: MunicipalityId
  let district: MunicipalityId
  let school: OrganisationId
  const as = <Row>(scope: Scope, statement: ReturnType<typeof sql<Row>>, mode: 'read' | 'write' = 'read') =>
    withScope(product.db, { scope, who: null }, tx => rows(tx, statement), mode)
  const table = (name: string) => sql.table(name)

  before(async () => {
    product = suite()
    const { orderId } = (await product.ask('rayon', 'POST', '/orders', { text: foreignOrder })).json<{
      orderId: string
    }>()
    const { executors } = await product.read<{ executors: { key: string; suggestions: { code: string }[] }[] }>(
      'rayon',
      `/orders/${orderId}/executors`,
    )
    const known = executors.map(({ key, suggestions }) => ({ key, target: suggestions[0]?.code ?? 'outside' }))
    await product.ask('rayon', 'POST', `/orders/${orderId}/executors`, { executors: known })
    assert.equal((await product.ask('rayon', 'POST', `/orders/${orderId}/approve`, { version: 1 })).statusCode, 200)
    const places = await as(
      everywhere,
      sql<{ id: MunicipalityId; oktmo: string }>`SELECT id, oktmo FROM municipalities`,
    )
    city = places.find(place => place.oktmo === '02701000')!.id
    district = places.find(place => place.oktmo === '02605000')!.id
    const [one] = await as(
      everywhere,
      sql<{
        id: OrganisationId
      }>`SELECT id FROM organisations WHERE kind = 'school' AND municipality_id = ${city} ORDER BY id LIMIT 1`,
    )
    school = one!.id
    const found = await as(
      everywhere,
      sql<{ name: string }>`
        SELECT c.table_name AS name FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name
         WHERE c.column_name = 'municipality_id' AND c.table_schema = 'public' AND t.relkind = 'r'
           AND has_table_privilege('opora_app', t.oid, 'SELECT') ORDER BY 1`,
    )
    tables = found.map(each => each.name)
    assert.ok(tables.length >= 15, tables.join())
  })

  test('a municipality reads its own rows and those of the region', async () => {
    for (const name of tables) {
      const seen = await as(
        { regionId, municipalityId: city, organisationId: null },
        sql<{ place: string | null }>`SELECT DISTINCT municipality_id AS place FROM ${table(name)}`,
      )
      assert.deepEqual(
        seen.map(row => row.place).filter(place => place !== null && place !== city),
        [],
        name,
      )
    }
  })
  test('a school reads no row of another school that has a school of its own', async () => {
    for (const name of [
      'obligations',
      'obligation_counters',
      'audit_lines',
      'list_schools',
      'run_schools',
      'list_answers',
      'result_cells',
      'school_results',
      'school_indicators',
    ]) {
      const seen = await as(
        { regionId, municipalityId: city, organisationId: school },
        sql<{ whose: string | null }>`SELECT DISTINCT organisation_id AS whose FROM ${table(name)}`,
      )
      assert.deepEqual(
        seen.map(row => row.whose).filter(whose => whose !== null && whose !== school),
        [],
        name,
      )
    }
  })
  test('nobody reads a row of another region', async () => {
    const elsewhere: Scope = { regionId: 3 as RegionId, municipalityId: null, organisationId: null }
    for (const name of [...tables, 'municipalities', 'submissions']) {
      const [seen] = await as(elsewhere, sql<{ n: number }>`SELECT count(*)::int AS n FROM ${table(name)}`)
      assert.equal(seen?.n, 0, name)
    }
  })
  test('a change without a condition touches nothing outside the territory of the seat', async () => {
    const whole = (name: string) =>
      as(
        everywhere,
        sql<{ sum: string }>`
          SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${table(name)} t
           WHERE municipality_id IS DISTINCT FROM ${city}`,
      )
    for (const name of tables) {
      const before = await whole(name)
      for (const scope of [
        { regionId, municipalityId: city, organisationId: null },
        { regionId, municipalityId: city, organisationId: school },
      ]) {
        for (const statement of [
          sql`UPDATE ${table(name)} SET municipality_id = ${city}`,
          sql`UPDATE ${table(name)} SET municipality_id = ${district}`,
          sql`DELETE FROM ${table(name)}`,
        ]) {
          // Refused by a right, by a policy or by a key, or without effect outside: all of them are walls.
          await withScope(product.db, { scope, who: null }, tx => change(tx, statement)).catch(() => undefined)
        }
      }
      assert.deepEqual(await whole(name), before, name)
    }
  })
})
