import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { eachDatabase } from './testing.ts'

/** Tables outside the tenant tree: dictionaries are copied to every node, local tables stay on one. A new one is a decision. */
const dictionaries = ['regions']
const local = ['migrations', 'accounts', 'sessions', 'sign_in_tries']

eachDatabase((name, open) =>
  describe(`the schema on ${name} can be distributed by region`, () => {
    const db = open()
    const ask = async <Row extends object>(statement: string): Promise<Row[]> => {
      const client = await db().connect()
      try {
        return (await client.query<Row>(statement)).rows
      } finally {
        client.release()
      }
    }
    const tables = async () => {
      const found = await ask<{ name: string; secured: boolean }>(
        `SELECT relname AS name, relrowsecurity AS secured FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
      )
      return found.map(table => ({ ...table, tenant: ![...dictionaries, ...local].includes(table.name) }))
    }

    test('dictionaries and local tables are those that are named here', async () => {
      const names = (await tables()).map(table => table.name)
      for (const listed of [...dictionaries, ...local]) assert.ok(names.includes(listed), listed)
    })

    test('every tenant table has row security and policies', async () => {
      const policed = new Set(
        (await ask<{ name: string }>('SELECT tablename AS name FROM pg_policies')).map(row => row.name),
      )
      const open = (await tables()).filter(table => table.tenant && !(table.secured && policed.has(table.name)))
      assert.deepEqual(
        open.map(table => table.name),
        [],
      )
    })

    test('region_id is in every primary key, unique constraint, unique index and foreign key of a tenant table, and never null', async () => {
      const tenants = (await tables()).filter(table => table.tenant).map(table => table.name)
      const keys = await ask<{ table: string; key: string; has: boolean }>(
        `SELECT t.relname AS table, i.relname AS key,
                EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'region_id' AND a.attnum = ANY(x.indkey)) AS has
         FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
         WHERE t.relnamespace = 'public'::regnamespace AND (x.indisunique OR x.indisprimary)
         UNION ALL
         SELECT t.relname, c.conname,
                EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'region_id' AND a.attnum = ANY(c.conkey))
         FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
         WHERE t.relnamespace = 'public'::regnamespace AND c.contype = 'f'
           AND c.confrelid NOT IN (SELECT oid FROM pg_class WHERE relname IN ('regions'))`,
      )
      const without = keys.filter(key => tenants.includes(key.table) && !key.has)
      assert.deepEqual(without, [])
      const withPrimary = await ask<{ table: string }>(
        `SELECT t.relname AS table FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid WHERE x.indisprimary`,
      )
      const primary = new Set(withPrimary.map(row => row.table))
      assert.deepEqual(
        tenants.filter(table => !primary.has(table)),
        [],
      )
      const nullable = await ask<{ name: string }>(
        `SELECT attrelid::regclass::text AS name FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attname = 'region_id' AND NOT attnotnull`,
      )
      assert.deepEqual(nullable, [])
    })

    test('no table has a trigger of ours', async () => {
      assert.deepEqual(
        await ask(`SELECT tgrelid::regclass::text AS table, tgname FROM pg_trigger WHERE NOT tgisinternal`),
        [],
      )
    })

    test('policies are plain comparisons: no sub-select, no function but current_setting and nullif', async () => {
      const policies = await ask<{ table: string; policy: string; rule: string }>(
        `SELECT tablename AS table, policyname AS policy, concat_ws(' ; ', qual, with_check) AS rule FROM pg_policies`,
      )
      assert.ok(policies.length > 10)
      const calls = /\b(?!and\b|or\b|not\b|in\b|is\b|any\b)([a-z_]+)\s*\(/gi
      const bad = policies.filter(({ rule }) => {
        const called = [...rule.matchAll(calls)].map(match => match[1]!.toLowerCase())
        return /\bselect\b/i.test(rule) || called.some(fn => fn !== 'current_setting' && fn !== 'nullif')
      })
      assert.deepEqual(bad, [])
    })

    test('the policies of the application compare the region and give nothing unconditionally', async () => {
      const policies = await ask<{ table: string; policy: string; qual: string | null; with_check: string | null }>(
        `SELECT tablename AS table, policyname AS policy, qual, with_check FROM pg_policies WHERE 'opora_app' = ANY(roles) OR 'public' = ANY(roles)`,
      )
      const loose = policies.filter(policy =>
        [policy.qual, policy.with_check].some(rule => rule !== null && !/region_id = .*'app\.region'/.test(rule)),
      )
      assert.deepEqual(loose, [])
    })

    test('the application owns nothing, is granted nothing that is not in a migration, and cannot pass row security', async () => {
      const [role] = await ask<object>(
        `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles WHERE rolname = 'opora_app'`,
      )
      assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false })
      const granted = await ask<{ table: string; verb: string }>(
        `SELECT table_name AS table, privilege_type AS verb FROM information_schema.role_table_grants
         WHERE grantee IN ('opora_app', 'PUBLIC') AND table_schema = 'public'
           AND privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')`,
      )
      assert.deepEqual(granted, [])
      const log = await ask<{ verb: string }>(
        `SELECT privilege_type AS verb FROM information_schema.role_table_grants
         WHERE grantee = 'opora_app' AND table_name = 'audit_lines' ORDER BY 1`,
      )
      assert.deepEqual(
        log.map(row => row.verb),
        ['INSERT', 'SELECT'],
      )
    })

    test('views run with the rights of who asks', async () => {
      const views = await ask<{ name: string; options: string | null }>(
        `SELECT relname AS name, reloptions::text AS options FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`,
      )
      assert.deepEqual(
        views.filter(view => !view.options?.includes('security_invoker=true')),
        [],
      )
    })
  }),
)

test('SQL of a slice reads the tables of another slice only through pub_ views', () => {
  const sources = fileURLToPath(new URL('../..', import.meta.url))
  const files = (readdirSync(sources, { recursive: true }) as string[]).filter(
    file => /\.(ts|tsx|sql)$/.test(file) && !/\.test\.tsx?$/.test(file),
  )
  const sliceOf = (file: string) => file.split(/[\\/]/)[0]!
  const text = (file: string) => readFileSync(`${sources}/${file}`, 'utf8')
  const owner = new Map<string, string>()
  for (const file of files.filter(name => name.endsWith('.sql')))
    for (const [, table] of text(file).matchAll(/CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)/gi))
      owner.set(table!, sliceOf(file))
  const crossings = files
    .filter(file => owner.size > 0 && [...owner.values()].includes(sliceOf(file)))
    .flatMap(file =>
      [...text(file).matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)\b/g)]
        .filter(([, table]) => owner.has(table!) && owner.get(table!) !== sliceOf(file))
        .map(([, table]) => `${file}: ${table}`),
    )
  assert.deepEqual(crossings, [])
})
