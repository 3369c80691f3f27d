import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { refuse } from '../../core/base/index.ts'
import type { Database } from './database.ts'

export interface Migration {
  /** `slice/0001-what`. */
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

const sources = fileURLToPath(new URL('../..', import.meta.url))
const platformMigrations = fileURLToPath(new URL('./migrations', import.meta.url))
const lock = 7_306_122

/**
 * Brings the schema up to date: runs what has not run yet, each file in its own transaction, under one lock, so that
 * several processes may start at once.
 *
 * @param folders `src/<slice>/migrations` of each slice, lower slices first; the platform's own come before them
 * @returns the names of the migrations that ran now
 * @throws refuse('unsupported', 'platform/database-newer') when the database knows a migration that these folders lack
 * @throws refuse('forbidden', 'platform/database-roles') when the account may not make the two roles
 * @example await migrate(db, migrationFolders())
 */
export async function migrate(db: Database, folders: readonly string[]): Promise<string[]> {
  const wanted = readMigrations(folders)
  const client = await db.connect()
  try {
    await client.query('SET statement_timeout = 0')
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    await makeRoles(client)
    const done = await appliedIn(client)
    checkKnown(wanted, done)
    const missing = wanted.filter(one => !done.has(one.name))
    for (const one of missing) await apply(client, one)
    return missing.map(one => one.name)
  } finally {
    client.release(true) // with its lock and its settings
  }
}

/** The migrations of all slices in the order of their `slice.json`: what a slice uses comes before it. */
export function migrationFolders(): string[] {
  const slices = readdirSync(sources)
    .filter(name => existsSync(join(sources, name, 'slice.json')))
    .sort()
  const ordered: string[] = []
  const visit = (slice: string) => {
    if (ordered.includes(slice) || !slices.includes(slice)) return
    const { uses } = JSON.parse(readFileSync(join(sources, slice, 'slice.json'), 'utf8')) as { uses: string[] }
    for (const used of uses) visit(used)
    ordered.push(slice)
  }
  for (const slice of slices) visit(slice)
  return ordered.map(slice => join(sources, slice, 'migrations')).filter(existsSync)
}

/** All migrations in the order in which they run. */
export function readMigrations(folders: readonly string[]): Migration[] {
  return [platformMigrations, ...folders.filter(folder => folder !== platformMigrations)].flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.sql'))
      .sort()
      .map(name => {
        if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) throw new Error(`${folder}/${name}: name it 0001-what.sql`)
        const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
        const checksum = createHash('sha256').update(sql).digest('hex')
        return { name: `${basename(dirname(folder))}/${name.slice(0, -4)}`, sql, checksum }
      }),
  )
}

function checkKnown(wanted: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const known = new Map(wanted.map(one => [one.name, one.checksum]))
  for (const [name, checksum] of done) {
    if (!known.has(name)) throw refuse('unsupported', 'platform/database-newer', { migration: name })
    if (known.get(name) !== checksum)
      throw new Error(`migration ${name} has run already and was edited since: add a new one instead`)
  }
}

async function appliedIn(client: pg.PoolClient): Promise<Map<string, string>> {
  await client.query(`CREATE TABLE IF NOT EXISTS migrations (
    name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
  const { rows } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM migrations')
  return new Map(rows.map(row => [row.name, row.checksum]))
}

async function apply(client: pg.PoolClient, one: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(one.sql)
    await client.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [one.name, one.checksum])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${one.name}: ${(error as Error).message}`, { cause: error })
  }
}

/** Roles belong to the whole server, so another database, or a process at this very moment, may have made them. */
async function makeRoles(client: pg.PoolClient): Promise<void> {
  try {
    await client.query(`DO $$
      DECLARE
        wanted text;
        -- From version 16 on, whoever makes a role is its member but may not yet become it.
        may_become text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
      BEGIN
        FOREACH wanted IN ARRAY ARRAY['opora_app', 'opora_system'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            BEGIN
              EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END;
          END IF;
          IF NOT pg_has_role(current_user, wanted, may_become) THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
          END IF;
        END LOOP;
      END $$`)
  } catch (error) {
    const { rows } = await client.query<{ name: string }>('SELECT current_user AS name')
    const reason = (error as Error).message
    throw refuse('forbidden', 'platform/database-roles', { user: rows[0]!.name, reason })
  }
}
