import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ensureRunning, prepareCluster } from './cluster.ts'
import { connectTo, type Database } from './database.ts'
import { migrate, migrationFolders, readMigrations } from './migrate.ts'
import { commandLineOf, exists } from './processes.ts'

export { aRequest } from './testing-request.ts'

/** Where suites get their databases: the shared embedded server, or the server of DATABASE_URL. */
interface Source {
  /** Settings of a connection to a database of this server. */
  config(database: string): pg.ClientConfig
  readonly maintenance: string
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const serverUrl = process.env['DATABASE_URL'] ?? 'postgres://postgres:postgres@127.0.0.1:5432/postgres'
const templateLock = 7_306_123
/** Lost at a power cut, which no test survives anyway; four times faster. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
}

const server = await findServer()
let embedded: Promise<Source> | null = null

/**
 * A migrated, empty database of its own on the shared embedded server; gone when the test or suite ends.
 *
 * @param t the context of a test or of a `before` hook's suite
 * @example const db = await testDatabase(t)
 */
export async function testDatabase(t: { after(fn: () => Promise<void>): void }): Promise<Database> {
  const { db, drop } = await freshDatabase(await embeddedSource())
  t.after(drop)
  return db
}

/**
 * Declares a suite twice: on the embedded database and on the server at DATABASE_URL (or 127.0.0.1:5432). Without a
 * server the second one steps aside with a message; under CI=true it fails instead.
 *
 * @param suite gets the name of the database and `open`, to be called once inside `describe`
 * @example
 * eachDatabase((name, open) =>
 *   describe(`organisations on ${name}`, () => {
 *     const db = open()
 *     test('…', () => withScope(db(), …))
 *   }))
 */
export function eachDatabase(suite: (name: 'embedded' | 'server', open: () => () => Database) => void): void {
  suite('embedded', () => opened(embeddedSource))
  if (typeof server !== 'string') suite('server', () => opened(async () => server))
  else if (process.env['CI'] === 'true') test('a PostgreSQL server answers', () => Promise.reject(new Error(server)))
  else test('the same on a PostgreSQL server', { skip: server }, () => {})
}

function opened(source: () => Promise<Source>): () => Database {
  let fresh: Awaited<ReturnType<typeof freshDatabase>> | undefined
  before(async () => {
    fresh = await freshDatabase(await source())
  })
  after(() => fresh?.drop())
  return () => {
    if (!fresh) throw new Error('the database of a suite is there once its tests run')
    return fresh.db
  }
}

async function freshDatabase(source: Source): Promise<{ db: Database; drop: () => Promise<void> }> {
  const name = `${prefix()}${process.pid}_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client(source.config(source.maintenance))
  await admin.connect()
  try {
    await copyTemplate(source, admin, name)
  } catch (error) {
    await admin.end()
    throw error
  }
  const db = await connectTo(source.config(name), name, 5)
  const drop = async () => {
    await db.close()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
  return { db, drop }
}

/** Copying a migrated template takes a tenth of the time of migrating. It is made once for each state of the migrations. */
async function copyTemplate(source: Source, admin: pg.Client, name: string): Promise<void> {
  const migrations = readMigrations(migrationFolders())
  const state = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const template = `opora_template_${state}`
  for (;;) {
    await admin.query('SELECT pg_advisory_lock_shared($1)', [templateLock])
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (found.rowCount) await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    await admin.query('SELECT pg_advisory_unlock_shared($1)', [templateLock])
    if (found.rowCount) return
    await admin.query('SELECT pg_advisory_lock($1)', [templateLock])
    try {
      await makeTemplate(source, admin, template)
    } finally {
      await admin.query('SELECT pg_advisory_unlock($1)', [templateLock])
    }
  }
}

async function makeTemplate(source: Source, admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('SELECT datname AS name FROM pg_database')
  if (rows.some(row => row.name === template)) return
  for (const { name } of rows) {
    if (name.startsWith('opora_template_') || isAbandoned(name)) await admin.query(`DROP DATABASE ${name}`)
  }
  const draft = `${prefix()}${process.pid}_draft`
  await admin.query(`DROP DATABASE IF EXISTS ${draft}`)
  await admin.query(`CREATE DATABASE ${draft}`)
  const db = await connectTo(source.config(draft), draft, 1)
  try {
    await migrate(db, migrationFolders())
  } finally {
    await db.close()
  }
  await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
}

function prefix(): string {
  return `opora_test_${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}_`
}

function isAbandoned(name: string): boolean {
  return name.startsWith(prefix()) && !exists(Number(name.slice(prefix().length).split('_')[0]))
}

async function findServer(): Promise<Source | string> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    return `no PostgreSQL server answers at ${new URL(serverUrl).host} (${(error as Error).message})`
  }
  const maintenance = new URL(serverUrl).pathname.slice(1) || 'postgres'
  return {
    maintenance,
    config(database) {
      const url = new URL(serverUrl)
      url.pathname = `/${database}`
      return { connectionString: url.href }
    },
  }
}

/** One server for all test processes of a checkout: the first starts it, later ones use it, an idle one is stopped. */
function embeddedSource(): Promise<Source> {
  embedded ??= startShared()
  return embedded
}

async function startShared(): Promise<Source> {
  const mark = createHash('sha256').update(JSON.stringify(forgetful)).digest('hex').slice(0, 8)
  const folder = join(root, '.cache', `test-postgres-${mark}`)
  const users = join(folder, 'users')
  mkdirSync(users, { recursive: true })
  const self = join(users, String(process.pid))
  writeFileSync(self, '')
  process.once('exit', () => rmSync(self, { force: true }))
  const cluster = prepareCluster(folder, { settings: forgetful })
  const { address } = await ensureRunning(cluster, 30_000)
  watchIdle(folder, users, cluster.data)
  return { maintenance: 'postgres', config: database => ({ ...address, database }) }
}

function watchIdle(folder: string, users: string, data: string): void {
  const mark = join(folder, 'watcher')
  const watching = existsSync(mark) && commandLineOf(Number(readFileSync(mark, 'utf8'))).includes('testing-idle')
  if (watching) return
  const watcher = fileURLToPath(new URL('./testing-idle.ts', import.meta.url))
  spawn(process.execPath, [watcher, users, data], { detached: true, stdio: 'ignore', cwd: '/' }).unref()
}
