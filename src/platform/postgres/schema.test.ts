import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { eachDatabase } from './testing.ts'

/** Tables outside the tenant tree: dictionaries are copied to every node, local tables stay on one. A new one is a decision. */
const dictionaries = ['regions']
const local = ['migrations', 'accounts', 'sessions', 'sign_in_tries', 'feed_links']
/** Views that pass row security to give sums over the whole region of the asker: barriers without a name or an id. */
const sums = ['region_results', 'region_result_details']
const isSum = (column: string) => `${column} IN (${sums.map(view => `'${view}'`).join()})`

type Ask = <Row extends object>(statement: string) => Promise<Row[]>
/** Each rule gives the names of what breaks it. */
const rules: Readonly<Record<string, (ask: Ask) => Promise<string[]>>> = {
  'a tenant table has row security and policies': async ask => {
    const policed = await names(ask, 'SELECT DISTINCT tablename AS name FROM pg_policies')
    const secured = await names(ask, 'SELECT relname AS name FROM pg_class WHERE relrowsecurity')
    return (await tenantTables(ask)).filter(table => !policed.includes(table) || !secured.includes(table))
  },
  'a tenant table has a primary key': async ask => {
    const keyed = await names(ask, 'SELECT indrelid::regclass::text AS name FROM pg_index WHERE indisprimary')
    return (await tenantTables(ask)).filter(table => !keyed.includes(table))
  },
  'region_id is in every primary key, unique constraint and unique index of a tenant table': async ask => {
    const keys = await ask<{ table: string; key: string }>(
      `SELECT indrelid::regclass::text AS table, indexrelid::regclass::text AS key FROM pg_index x
       WHERE (indisunique OR indisprimary) AND NOT EXISTS (SELECT FROM pg_attribute a
         WHERE a.attrelid = x.indrelid AND a.attname = 'region_id' AND a.attnum = ANY (x.indkey))`,
    )
    const tenants = await tenantTables(ask)
    return keys.filter(({ table }) => tenants.includes(table)).map(({ key }) => key)
  },
  'region_id is in every foreign key of a tenant table': async ask => {
    const keys = await ask<{ table: string; target: string; key: string }>(
      `SELECT conrelid::regclass::text AS table, confrelid::regclass::text AS target, conname AS key FROM pg_constraint c
       WHERE contype = 'f' AND NOT EXISTS (SELECT FROM pg_attribute a
         WHERE a.attrelid = c.conrelid AND a.attname = 'region_id' AND a.attnum = ANY (c.conkey))`,
    )
    const tenants = await tenantTables(ask)
    return keys
      .filter(({ table, target }) => tenants.includes(table) && !dictionaries.includes(target))
      .map(({ key }) => key)
  },
  'region_id is never null': ask =>
    names(
      ask,
      `SELECT attrelid::regclass::text AS name FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'region_id' AND NOT attnotnull`,
    ),
  'no table has a trigger': ask => names(ask, 'SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal'),
  'policies are plain comparisons: no sub-select, no function but current_setting and nullif': async ask => {
    const policies = await ask<{ name: string; rule: string }>(
      `SELECT tablename || '.' || policyname AS name, concat_ws(' ; ', qual, with_check) AS rule FROM pg_policies`,
    )
    const calls = /\b(?!and\b|or\b|not\b|in\b|is\b|any\b)([a-z_]+)\s*\(/gi
    const allowed = ['current_setting', 'nullif']
    return policies
      .filter(({ rule }) => [...rule.matchAll(calls)].some(([, called]) => !allowed.includes(called!.toLowerCase())))
      .map(({ name }) => name)
  },
  'every policy of the application compares the region': async ask => {
    const policies = await ask<{ name: string; qual: string | null; check: string | null }>(
      `SELECT tablename || '.' || policyname AS name, qual, with_check AS check FROM pg_policies
       WHERE roles && ARRAY['opora_app', 'public']::name[]`,
    )
    const compares = /\(region_id = \(current_setting\('app\.region'::text\)\)::integer\)/
    return policies
      .filter(({ qual, check }) => [qual, check].some(rule => rule !== null && !compares.test(rule)))
      .map(({ name }) => name)
  },
  'a view runs with the rights of who asks': ask =>
    names(
      ask,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
         AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)
         AND NOT (${isSum('relname')} AND coalesce(reloptions @> ARRAY['security_barrier=true'], false))`,
    ),
  'a view of sums has no id but that of the region': ask =>
    names(
      ask,
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND ${isSum('table_name')} AND (data_type = 'uuid' OR column_name ~ '_id$' AND column_name <> 'region_id')`,
    ),
  'no function runs with the rights of its owner': ask =>
    names(ask, `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`),
  'the application may not truncate, and the change log only grows': ask =>
    names(
      ask,
      `SELECT table_name || ' ' || privilege_type AS name FROM information_schema.role_table_grants
       WHERE grantee IN ('opora_app', 'PUBLIC') AND table_schema = 'public'
         AND (privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')
           OR table_name = 'audit_lines' AND privilege_type NOT IN ('SELECT', 'INSERT'))`,
    ),
}

/** Breaks every rule once. */
const planted = `
  CREATE TABLE planted_open (region_id integer, name text UNIQUE);
  CREATE TABLE planted_secured (region_id integer NOT NULL, id integer NOT NULL, other integer REFERENCES planted_open_key (id));
  ALTER TABLE planted_secured ENABLE ROW LEVEL SECURITY;
  CREATE POLICY planted_rule ON planted_secured FOR SELECT TO opora_app USING (id = (SELECT min(n) FROM (VALUES (1)) AS v (n)));
  CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TRIGGER planted_trigger BEFORE INSERT ON planted_secured FOR EACH ROW EXECUTE FUNCTION planted();
  CREATE VIEW planted_view AS SELECT 1 AS one;
  CREATE FUNCTION planted_owner() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
  DROP VIEW region_result_details;
  CREATE VIEW region_result_details AS SELECT organisation_id FROM school_results;
  GRANT UPDATE ON audit_lines TO opora_app;`

eachDatabase((name, open) =>
  describe(`the schema on ${name} can be distributed by region`, () => {
    const db = open()

    /** Runs over one connection whose changes are forgotten. */
    const inspect = async (change: string, fn: (ask: Ask) => Promise<void>) => {
      const client = await db().connect()
      try {
        await client.query(`BEGIN; ${change}`)
        await fn(async <Row extends object>(statement: string) => (await client.query<Row>(statement)).rows)
      } finally {
        await client.query('ROLLBACK')
        client.release()
      }
    }

    test('dictionaries and local tables are those that are named here', () =>
      inspect('', async ask => {
        const all = await allTables(ask)
        for (const listed of [...dictionaries, ...local]) assert.ok(all.includes(listed), listed)
      }))

    for (const [rule, broken] of Object.entries(rules)) {
      test(rule, () => inspect('', async ask => assert.deepEqual(await broken(ask), [])))
    }

    test('a planted violation of each rule is seen', () =>
      inspect(`CREATE TABLE planted_open_key (id integer PRIMARY KEY); ${planted}`, async ask => {
        for (const [rule, broken] of Object.entries(rules)) assert.notDeepEqual(await broken(ask), [], rule)
      }))

    test('the role of the application cannot pass row security', () =>
      inspect('', async ask => {
        const [role] = await ask<object>(
          `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles WHERE rolname = 'opora_app'`,
        )
        assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false })
      }))
  }),
)

test('SQL of a slice reads the tables of another slice only through pub_ views; dictionaries are open to all', () => {
  const sources = fileURLToPath(new URL('../..', import.meta.url))
  const files = (readdirSync(sources, { recursive: true }) as string[]).filter(
    file => /\.(ts|tsx|sql)$/.test(file) && !/\.(test|walk-steps)\.tsx?$/.test(file),
  )
  const sliceOf = (file: string) => file.split(/[\\/]/)[0]!
  const text = (file: string) => readFileSync(`${sources}/${file}`, 'utf8')
  const owner = new Map<string, string>()
  for (const file of files.filter(name => name.endsWith('.sql')))
    for (const [, table] of text(file).matchAll(/CREATE TABLE ([a-z_]+)/g)) owner.set(table!, sliceOf(file))
  assert.equal(owner.get('organisations'), 'authorities')
  const crossings = files.flatMap(file =>
    [...text(file).matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)\b/g)]
      .filter(([, table]) => owner.has(table!) && owner.get(table!) !== sliceOf(file) && !dictionaries.includes(table!))
      .map(([, table]) => `${file}: ${table}`),
  )
  assert.deepEqual(crossings, [])
})

async function names(ask: Ask, statement: string): Promise<string[]> {
  return (await ask<{ name: string }>(statement)).map(row => row.name)
}

function allTables(ask: Ask): Promise<string[]> {
  return names(
    ask,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
  )
}

async function tenantTables(ask: Ask): Promise<string[]> {
  return (await allTables(ask)).filter(table => ![...dictionaries, ...local].includes(table))
}
