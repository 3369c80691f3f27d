import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, type QueryResult, type RawBuilder } from 'kysely'
import pg from 'pg'
import { type BaseCtx, Refusal, refuse, type Scope } from '../../core/base/index.ts'
import { type ClusterOptions, prepareCluster } from './cluster.ts'
import { pause } from './processes.ts'
import { type Supervised, supervise } from './supervisor.ts'

/** Tables by name; rows are typed where a statement is written, beside it. */
export interface Tables {
  [table: string]: { [column: string]: unknown }
}

/** The transaction of a request, already narrowed by row security. Usable until its function returns. */
export type Tx = Kysely<Tables>
/** What actions and views get as their first argument. */
export type Ctx = BaseCtx<Tx>

export interface Database {
  /** Embedded: the folder; server: host and name, never the password. For logs and the start-up line. */
  readonly place: string
  readonly kind: 'embedded' | 'server'
  /** Process id of the embedded server; null for a server elsewhere. */
  serverPid(): number | null
  /** Closes the connections; stops the embedded server. Once: a second call waits for the first. */
  close(): Promise<void>
  /** A connection outside any scope: for migrations inside the platform only. */
  readonly connect: () => Promise<pg.PoolClient>
}

export interface DatabaseOptions {
  /** `postgres://…` of a PostgreSQL 15…18. Default: DATABASE_URL. */
  readonly url?: string | undefined
  /** Folder of the embedded database. Default: `data/postgres` of the installation. */
  readonly folder?: string | undefined
  /** Connections kept at most; default 10. */
  readonly connections?: number
  /** How the embedded server is run; the defaults are right outside tests. */
  readonly cluster?: ClusterOptions
}

/**
 * Opens the database: the server that `url` (or DATABASE_URL) names, otherwise the embedded one in `folder`, which is
 * made, started, adopted after a crash and restarted as needed.
 *
 * @throws refuse('conflict', 'platform/database-folder-in-use') when another Opora works with the folder
 * @throws refuse('busy', 'platform/database-unavailable') when the server does not answer
 * @throws refuse('unsupported', 'platform/database-too-old') for a server before version 15
 * @example const db = await openDatabase({ folder: 'data/postgres' })
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const url = options.url ?? (options.folder ? undefined : process.env['DATABASE_URL'])
  return url ? openServer(url, options.connections ?? 10) : openEmbedded(options)
}

const defaultFolder = fileURLToPath(new URL('../../../data/postgres', import.meta.url))

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const folder = resolve(options.folder ?? defaultFolder)
  const server = await supervise(prepareCluster(folder, options.cluster))
  const address = await server.ready(0)
  const name = 'opora'
  try {
    await makeDatabase({ ...address, database: 'postgres' }, name)
  } catch (error) {
    await server.stop()
    throw error
  }
  return over(newPool({ ...address, database: name }, options.connections ?? 10), folder, server)
}

function openServer(url: string, connections: number): Promise<Database> {
  const { host, pathname } = new URL(url)
  return connectTo({ connectionString: url }, `${host}${pathname}`, connections)
}

/** Opens a database of a server that somebody else runs. @throws as openDatabase does */
export async function connectTo(config: pg.PoolConfig, place: string, connections = 10): Promise<Database> {
  const db = over(newPool(config, connections), place, null)
  try {
    const client = await db.connect()
    const { rows } = await client.query<{ n: number; v: string }>(
      "SELECT current_setting('server_version_num')::int AS n, current_setting('server_version') AS v",
    )
    client.release()
    if (rows[0]!.n < 150_000) throw refuse('unsupported', 'platform/database-too-old', { found: rows[0]!.v })
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

function over(pool: pg.Pool, place: string, server: Supervised | null): Database {
  // A dying connection says so between statements as well. The next statement fails by itself, so nothing is hidden.
  pool.on('error', () => {}).on('connect', client => client.on('error', () => {}))
  let closing: Promise<void> | undefined
  return {
    place,
    kind: server ? 'embedded' : 'server',
    serverPid: () => server?.pid() ?? null,
    connect: () => connectPatiently(pool, server),
    close() {
      closing ??= pool.end().then(() => server?.stop())
      return closing
    },
  }
}

/** A connection that really answers: the embedded server may be restarting this very moment. */
async function connectPatiently(pool: pg.Pool, server: Supervised | null): Promise<pg.PoolClient> {
  for (const until = Date.now() + (server ? 10_000 : 2_000); ; await pause(50)) {
    try {
      await server?.ready(until - Date.now())
      return await pool.connect()
    } catch (error) {
      if (!isConnectionLoss(error)) throw error
      if (Date.now() > until)
        throw refuse('busy', 'platform/database-unavailable', { reason: (error as Error).message || 'no answer' })
    }
  }
}

/** Whether an error means that the connection, not the statement, is at fault. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss)
  const { code, message } = error as { code?: string; message?: string }
  if (code) return /^(ENOENT|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|57P0[1-5]|08|53300)/.test(code)
  return /Connection terminated|not queryable|timeout exceeded when trying to connect/i.test(message ?? '')
}

const readAttempts = 5

/** Who asks and for which rows: `Ctx` fits. */
export interface Asking {
  readonly scope: Scope
  readonly who: { readonly personId: string } | null
}

/**
 * Runs `fn` in one transaction that sees only the rows of a scope. Committed when `fn` returns, rolled back when it throws.
 * Repeating after a serialisation failure is the caller's decision.
 *
 * @param mode `read` makes the transaction refuse every write, and repeats `fn` when the connection is lost
 * @throws refuse('busy', 'platform/database-unavailable') when the connection is lost and nothing was kept
 * @example await withScope(db, { scope, who }, tx => rows(tx, sql`SELECT name FROM pub_municipalities`))
 */
export async function withScope<Result>(
  db: Database,
  asking: Asking,
  fn: (tx: Tx) => Promise<Result>,
  mode: 'read' | 'write' = 'write',
): Promise<Result> {
  const { regionId, municipalityId, organisationId } = asking.scope
  if (!Number.isInteger(regionId)) throw new Error(`not a region: ${regionId}`)
  const settings = [
    'SET LOCAL ROLE opora_app',
    `SET LOCAL app.region = ${pg.escapeLiteral(String(regionId))}`,
    `SET LOCAL app.municipality = ${pg.escapeLiteral(municipalityId ?? '')}`,
    `SET LOCAL app.organisation = ${pg.escapeLiteral(organisationId ?? '')}`,
    `SET LOCAL app.person = ${pg.escapeLiteral(asking.who?.personId ?? '')}`,
  ]
  if (mode === 'write') return transaction(db, `BEGIN; ${settings.join('; ')}`, fn)
  // Reading twice does no harm, so a restart of the server in the middle of it is not the reader's trouble.
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(db, `BEGIN READ ONLY; ${settings.join('; ')}`, fn)
    } catch (error) {
      const lost = error instanceof Refusal && error.code === 'platform/database-unavailable'
      if (!lost || attempt === readAttempts) throw error
      await pause(attempt * 20)
    }
  }
}

/**
 * The same with a whole `Ctx`: opens the transaction and hands over the context with it.
 * @example await withCtx(db, request, ctx => renameOrganisation(ctx, …))
 */
export function withCtx<Result>(
  db: Database,
  request: Omit<Ctx, 'tx'>,
  fn: (ctx: Ctx) => Promise<Result>,
  mode: 'read' | 'write' = 'write',
): Promise<Result> {
  return withScope(db, request, tx => fn({ ...request, tx }), mode)
}

/**
 * Runs `fn` in one transaction as the system itself: for sign-in and jobs, before anybody's scope is known.
 * Reaches only the tables that a migration opened to the role opora_system.
 */
export function withSystem<Result>(db: Database, fn: (tx: Tx) => Promise<Result>): Promise<Result> {
  return transaction(db, 'BEGIN; SET LOCAL ROLE opora_system', fn)
}

async function transaction<Result>(db: Database, begin: string, fn: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await begun(db, begin)
  let open = true
  const tx = kyselyOver(client, () => open)
  try {
    const result = await fn(tx)
    open = false
    const { command } = await client.query('COMMIT')
    if (command === 'ROLLBACK') throw new Error('a statement of this transaction failed and its error was swallowed')
    client.release()
    startAskedWork(db, tx)
    return result
  } catch (error) {
    open = false
    const lost = await client.query('ROLLBACK').then(
      () => undefined,
      (failure: Error) => failure,
    )
    client.release(lost)
    if (isConnectionLoss(error))
      throw refuse('busy', 'platform/database-unavailable', { reason: (error as Error).message })
    throw error
  }
}

/** Nothing has been done yet when BEGIN fails on a connection that died in the pool, so another one is taken. */
async function begun(db: Database, begin: string): Promise<pg.PoolClient> {
  for (let attempt = 0; ; attempt++) {
    const client = await db.connect()
    try {
      await client.query(begin)
      return client
    } catch (error) {
      client.release(error as Error)
      if (!isConnectionLoss(error) || attempt > 20) throw error
    }
  }
}

function kyselyOver(client: pg.PoolClient, isOpen: () => boolean): Tx {
  const lent = {
    query: client.query.bind(client),
    release() {},
  }
  const pool = {
    async connect() {
      if (!isOpen()) throw new Error('the transaction has ended: do not keep tx after its function returned')
      return lent as unknown as pg.PoolClient
    },
    async end() {},
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
}

/** All rows of a statement. @example await rows(tx, sql<{ name: string }>`SELECT name FROM pub_people`) */
export async function rows<Row>(tx: Tx, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await run(tx, statement)).rows
}

/** The first row, or null when there is none. */
export async function maybeRow<Row>(tx: Tx, statement: RawBuilder<Row>): Promise<Row | null> {
  return (await run(tx, statement)).rows[0] ?? null
}

/** The only row of a statement that always has one; a bug (plain Error) otherwise. */
export async function oneRow<Row>(tx: Tx, statement: RawBuilder<Row>): Promise<Row> {
  const found = (await run(tx, statement)).rows
  if (found.length !== 1) throw new Error(`expected one row, got ${found.length}`)
  return found[0]!
}

/** Runs a statement that changes rows. @returns how many rows it changed */
export async function change(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await run(tx, statement)).numAffectedRows ?? 0)
}

function run<Row>(tx: Tx, statement: RawBuilder<Row>): Promise<QueryResult<Row>> {
  return statement.execute(tx)
}

async function makeDatabase(config: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function newPool(config: pg.PoolConfig, connections: number): pg.Pool {
  return new pg.Pool({
    ...config,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser: typeParser },
  })
}

const asText = (text: string) => text
const asNumber = (text: string) => Number(text)

/** Dates stay `YYYY-MM-DD` (a Date would move them by the time zone), counts become numbers. */
const typeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  if (oid === pg.types.builtins.DATE) return asText
  if (oid === pg.types.builtins.INT8) return asNumber
  return pg.types.getTypeParser(oid, format as 'text')
}) as typeof pg.types.getTypeParser

type Work = (db: Database) => Promise<void>

const asked = new WeakMap<Tx, Work[]>()
const running = new Set<Promise<void>>()

/**
 * Asks for work that begins when the transaction of this request has been committed, and goes on after the answer: reading hundreds of files,
 * for example. It is not kept across a restart: whoever asks notes in the database what is under way, so that an interrupted work is seen.
 * The work itself must not throw; what it throws all the same is a bug and goes to `console.error` without its data.
 *
 * @example afterCommit(ctx, db => readFiles(db, uploadId, files))
 */
export function afterCommit(ctx: { readonly tx: Tx }, work: Work): void {
  asked.set(ctx.tx, [...(asked.get(ctx.tx) ?? []), work])
}

function startAskedWork(db: Database, tx: Tx): void {
  for (const work of asked.get(tx) ?? []) {
    const run = work(db)
      .catch(error => console.error(`background work failed: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => running.delete(run))
    running.add(run)
  }
}

/** Waits until all work under way has ended: for tests and for a clean end. */
export async function workEnded(): Promise<void> {
  while (running.size > 0) await Promise.all(running)
}
