import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { MunicipalityId, OrganisationId, RegionId, Scope } from '../../core/base/index.ts'
import { change, rows, sql, withScope } from '../../platform/postgres/index.ts'
import { enterThings } from './addresses.walk-steps.ts'
import { type Product, suiteProduct } from './product-kit.ts'

/** The register is open to everybody in its territory: which schools and people there are, who sits where, whom a roadmap helps. */
const register = [
  'grants',
  'organisation_codes',
  'positions',
  'pub_organisations',
  'pub_positions',
  'pub_schools',
  'roadmap_schools',
  'school_names',
  'schools',
]

/** Row security by itself: statements without any condition of the application, as if every filter had been forgotten. */
describe('the database keeps territories apart when the application forgets to', () => {
  const suite = suiteProduct()
  const regionId = 2 as RegionId
  const everywhere: Scope = { regionId, municipalityId: null, organisationId: null }
  let product: Product
  /** Those with a territory in each row, and those of the region as a whole. */
  let tables: readonly string[]
  let ofRegion: readonly string[]
  let ofSchools: readonly string[]
  let readable: readonly string[]
  let city: MunicipalityId
  let district: MunicipalityId
  let school: OrganisationId
  const as = <Row>(scope: Scope, statement: ReturnType<typeof sql<Row>>, mode: 'read' | 'write' = 'read') =>
    withScope(product.db, { scope, who: null }, tx => rows(tx, statement), mode)
  const table = (name: string) => sql.table(name)
  const inCity = (): Scope => ({ regionId, municipalityId: city, organisationId: null })
  const inSchool = (): Scope => ({ regionId, municipalityId: city, organisationId: school })
  /** Tables and views that the application reads and that have this column. */
  const having = async (column: string, kinds: readonly string[]) => {
    const found = await as(
      everywhere,
      sql<{ name: string }>`
        SELECT c.table_name AS name FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name
         WHERE c.column_name = ${column} AND c.table_schema = 'public' AND t.relkind = ANY(${kinds}::"char"[])
           AND has_table_privilege('opora_app', t.oid, 'SELECT') ORDER BY 1`,
    )
    return found.map(each => each.name)
  }

  before(async () => {
    product = suite()
    const things = await enterThings(product)
    city = things.city['municipalityId'] as MunicipalityId
    district = things.district['municipalityId'] as MunicipalityId
    const [one] = await as(
      everywhere,
      sql<{
        id: OrganisationId
      }>`SELECT organisation_id AS id FROM school_results WHERE municipality_id = ${city} ORDER BY organisation_id LIMIT 1`,
    )
    school = one!.id
    tables = await having('municipality_id', ['r'])
    readable = await having('region_id', ['r', 'v'])
    ofRegion = (await having('region_id', ['r'])).filter(name => !tables.includes(name))
    ofSchools = await having('organisation_id', ['r', 'v'])
    assert.ok(tables.length >= 25, tables.join())
  })

  test('a municipality reads its own rows and those of the region', async () => {
    for (const name of tables) {
      const seen = await as(
        inCity(),
        sql<{ place: string | null }>`SELECT DISTINCT municipality_id AS place FROM ${table(name)}`,
      )
      assert.deepEqual(
        seen.map(row => row.place).filter(place => place !== null && place !== city),
        [],
        name,
      )
    }
  })
  test('a school reads no row of another school, in whatever table', async () => {
    const named = [
      'list_answers',
      'list_schools',
      'obligations',
      'result_cells',
      'run_schools',
      'school_indicators',
      'school_results',
    ]
    assert.deepEqual(
      named.filter(name => !ofSchools.includes(name)),
      [],
    )
    const open: string[] = []
    for (const name of ofSchools) {
      const seen = await as(
        inSchool(),
        sql<{ whose: string | null }>`SELECT DISTINCT organisation_id AS whose FROM ${table(name)}`,
      )
      if (seen.some(({ whose }) => whose !== null && whose !== school)) open.push(name)
    }
    assert.deepEqual(
      open.filter(name => !register.includes(name)),
      [],
    )
  })
  test('a school reads no file that came in, and no counters of a municipality of one or two schools', async () => {
    for (const name of [
      'register_files',
      'indicator_files',
      'result_uploads',
      'result_upload_files',
      'result_mappings',
      'run_inputs',
    ]) {
      const count = sql<{ n: number }>`SELECT count(*)::int AS n FROM ${table(name)}`
      const [[all], [seen]] = [await as(everywhere, count), await as(inSchool(), count)]
      assert.ok(name === 'result_mappings' || all!.n > 0, name)
      assert.equal(seen?.n, 0, name)
    }
    const few = sql<{ n: number }>`SELECT count(*)::int AS n FROM municipality_results WHERE schools < 3`
    assert.ok((await as(everywhere, few))[0]!.n > 0)
    assert.equal((await as(inSchool(), few))[0]?.n, 0)
  })
  test('beside a municipality stands the whole region and nothing less', async () => {
    const participants = (from: string) =>
      sql<{ n: number; sums: number }>`SELECT sum(participants)::int AS n, count(*)::int AS sums FROM ${table(from)}`
    const [whole] = await as(everywhere, participants('municipality_results'))
    const [sums] = await as(inCity(), participants('region_results'))
    const [own] = await as(inCity(), participants('municipality_results'))
    assert.equal(sums?.n, whole?.n)
    assert.ok(own!.n < sums!.n && sums!.sums < whole!.sums)
  })
  test('nobody reads a row of another region', async () => {
    const elsewhere: Scope = { regionId: 3 as RegionId, municipalityId: null, organisationId: null }
    for (const name of readable) {
      const [seen] = await as(elsewhere, sql<{ n: number }>`SELECT count(*)::int AS n FROM ${table(name)}`)
      assert.equal(seen?.n, 0, name)
    }
  })
  test('what is of the whole region is changed by the region only', async () => {
    const named = ['list_runs', 'lists', 'methodology_editions', 'region_scales', 'run_inputs']
    assert.deepEqual(
      named.filter(name => !ofRegion.includes(name)),
      [],
    )
    for (const name of named) {
      const sum = () =>
        as(everywhere, sql`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${table(name)} t`)
      const before = await sum()
      for (const scope of [inCity(), inSchool()]) {
        for (const statement of [
          sql`UPDATE ${table(name)} SET region_id = region_id`,
          sql`DELETE FROM ${table(name)}`,
        ]) {
          const changed = await withScope(product.db, { scope, who: null }, tx => change(tx, statement)).catch(() => 0)
          assert.equal(Number(changed), 0, name)
        }
      }
      assert.deepEqual(await sum(), before, name)
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
      for (const scope of [inCity(), inSchool()]) {
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
