import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { refuse } from '../../core/base/index.ts'
import { type Binaries, embeddedBinaries } from './binaries.ts'
import { commandLineOf, exists, pause, processesIn, send } from './processes.ts'
import { chooseRunAs, commandAs, giveTo, type RunAs } from './run-as.ts'

/** How a client reaches the cluster: a folder with the socket, or a loopback address. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password?: string
}

export interface Running {
  readonly pid: number
  readonly address: Address
  /** True when the server was already there: left by an Opora that was killed, or shared. */
  readonly adopted: boolean
}

export interface ClusterOptions {
  /** `socket` wherever the system has them; `loopback` with a password on Windows. */
  readonly transport?: 'socket' | 'loopback'
  /** Settings of the server over the durable defaults; only tests make it less durable. */
  readonly settings?: Readonly<Record<string, string>>
  readonly runAs?: RunAs
}

/** A cluster in a folder: `cluster/` holds the data, `run/` the socket, `postgres.log` what the server said. */
export interface Cluster {
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly socketFolder: string | null
  readonly password: string | null
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly settings: Readonly<Record<string, string>>
  /** Names the settings and the version, so that an adopted server with others is recognised. */
  readonly mark: string
}

const owner = 'opora'
const socketPort = 5432

const defaults = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '64MB',
  max_connections: '80',
  max_wal_size: '256MB',
  io_method: 'sync',
  max_worker_processes: '4',
  jit: 'off',
  timezone: 'UTC',
  lc_messages: 'C',
  // The log must not repeat what people typed: neither statements nor the values of a broken key.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** Prepares a folder: makes the cluster when there is none yet. Several processes may do so at once. */
export function prepareCluster(folder: string, options: ClusterOptions = {}): Cluster {
  const top = makePrivate(resolve(folder))
  const transport = options.transport ?? (process.platform === 'win32' ? 'loopback' : 'socket')
  const binaries = embeddedBinaries(top)
  const runAs = options.runAs ?? chooseRunAs(binaries.postgres)
  const settings = { ...defaults, ...options.settings }
  const version = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' }).stdout.trim()
  const cluster: Cluster = {
    folder: top,
    data: join(top, 'cluster'),
    log: join(top, 'postgres.log'),
    socketFolder: transport === 'socket' ? socketFolderFor(top) : null,
    password: transport === 'loopback' ? passwordIn(top) : null,
    binaries,
    runAs,
    settings,
    mark: `opora-${createHash('sha256')
      .update(JSON.stringify([version, settings, transport]))
      .digest('hex')
      .slice(0, 16)}`,
  }
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) initialise(cluster)
  giveTo(runAs, top)
  chmodSync(cluster.data, 0o700) // a folder copied back from a backup may have lost it, and the server insists
  if (cluster.socketFolder) giveTo(runAs, cluster.socketFolder)
  return cluster
}

/**
 * Makes sure that the server of a cluster runs: uses one that answers, waits for one that is starting, removes one that
 * hangs, and starts one otherwise. Recovers after any kill without help.
 *
 * @param patienceMs how long a running server may stay silent before it is taken for hung
 * @throws refuse('unsupported', 'platform/database-failed-to-start') with what the server said last
 */
export async function ensureRunning(cluster: Cluster, patienceMs = 3_000): Promise<Running> {
  for (let attempt = 0; ; attempt++) {
    const found = await findRunning(cluster, patienceMs)
    if (found) return found
    const outcome = await start(cluster)
    if (typeof outcome !== 'string') return outcome
    const raced = /lock file .* already exists|shared memory block|Is another/i.test(outcome)
    if (!raced || attempt >= 100) {
      throw refuse('unsupported', 'platform/database-failed-to-start', { folder: cluster.folder, reason: outcome })
    }
    await pause(100)
  }
}

/**
 * Stops the server politely (open transactions are rolled back), then less so. Resolves when it is gone.
 *
 * @param hung true: it answers nobody, so do not wait for it; what was committed is safe in its log
 */
export async function stopRunning(cluster: Cluster, pid: number, hung = false): Promise<void> {
  for (const [signal, ms] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 3_000],
  ] as const) {
    if (hung && signal !== 'SIGKILL') continue
    send(pid, signal, cluster.binaries.pgCtl)
    for (let waited = 0; waited < ms; waited += 20) {
      if (!isOurs(cluster, pid)) return removeLeftBehind(cluster)
      await pause(20)
    }
  }
  throw new Error(`postgres ${pid} of ${cluster.folder} does not stop`)
}

function initialise(cluster: Cluster): void {
  for (const name of readdirSync(cluster.folder)) {
    const pid = /^cluster\.new-(\d+)$/.exec(name)?.[1]
    if (pid && !exists(Number(pid))) rmSync(join(cluster.folder, name), { recursive: true, force: true })
  }
  const fresh = join(cluster.folder, `cluster.new-${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  giveTo(cluster.runAs, cluster.folder)
  const args = ['-D', fresh, '-U', owner, '-E', 'UTF8', '--locale=C', '--locale-provider=builtin']
  args.push('--builtin-locale=C.UTF-8', '--auth-local=trust', '--auth-host=scram-sha-256')
  if (cluster.password) args.push(`--pwfile=${join(cluster.folder, 'password')}`)
  if (cluster.settings['fsync'] === 'off') args.push('--no-sync')
  const { file, args: all, options } = commandAs(cluster.runAs, cluster.binaries.initdb, args)
  const done = spawnSync(file, all, { ...options, cwd: cluster.folder, encoding: 'utf8', env: quietEnvironment() })
  if (done.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    const reason = lastLine(done.error?.message ?? done.stderr)
    throw refuse('unsupported', 'platform/database-failed-to-start', { folder: cluster.folder, reason })
  }
  try {
    renameSync(fresh, cluster.data)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) throw error // else another process was first: use its cluster
  }
}

async function findRunning(cluster: Cluster, patienceMs: number): Promise<Running | null> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const file = readPidFile(cluster)
    if (!file) return null
    const address = addressOf(cluster, file.port)
    const answer = await ask(cluster, address)
    if (answer === 'ready') return { pid: file.pid, address, adopted: true }
    if (!isOurs(cluster, file.pid)) {
      await removeLeftBehind(cluster)
      // PostgreSQL itself copes with a dead process, but not with another program that was given the same id.
      if (exists(file.pid)) rmSync(join(cluster.data, 'postmaster.pid'), { force: true })
      return null
    }
    if (answer === 'silent' && Date.now() > deadline) {
      await stopRunning(cluster, file.pid, true)
      return null
    }
    await pause(30)
  }
}

async function start(cluster: Cluster): Promise<Running | string> {
  const port = cluster.socketFolder ? socketPort : await freePort()
  const address = addressOf(cluster, port)
  const settings: Record<string, string> = {
    ...cluster.settings,
    cluster_name: cluster.mark,
    port: String(port),
    listen_addresses: cluster.socketFolder ? '' : '127.0.0.1',
    unix_socket_directories: cluster.socketFolder ?? '',
    unix_socket_permissions: '0700',
  }
  const args = ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const { file, args: all, options } = commandAs(cluster.runAs, cluster.binaries.postgres, args)
  if (existsSync(cluster.log) && statSync(cluster.log).size > 8_000_000) renameSync(cluster.log, `${cluster.log}.1`)
  const log = openSync(cluster.log, 'a', 0o600)
  const logFrom = statSync(cluster.log).size
  const env = quietEnvironment()
  // Its own session: Ctrl+C reaches Opora alone, which then finishes its requests before it stops the database.
  const child = spawn(file, all, { ...options, cwd: cluster.data, detached: true, stdio: ['ignore', log, log], env })
  closeSync(log)
  child.unref()
  let ended: string | null = null
  child.once('exit', () => {
    const said = readFileSync(cluster.log).subarray(logFrom).toString()
    ended = lastLine(
      said
        .split('\n')
        // A server that another process has begun meanwhile writes here too: what it tells its callers is no reason for this one to end.
        .filter(line => /FATAL|PANIC|ERROR|HINT|Is another/.test(line) && !/the database system is /.test(line))
        .join('\n') || said,
    )
  })
  child.once('error', error => {
    ended = error.message
  })
  for (;;) {
    if (ended !== null) return ended
    if ((await ask(cluster, address)) === 'ready') {
      child.removeAllListeners()
      return { pid: child.pid!, address, adopted: false }
    }
    await pause(20)
  }
}

/** One short connection: is the server of this cluster ready, on its way up or down, or silent? */
async function ask(cluster: Cluster, address: Address): Promise<'ready' | 'changing' | 'silent'> {
  const client = new pg.Client({ ...address, database: 'postgres', connectionTimeoutMillis: 1_500 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory === cluster.data ? 'ready' : 'silent'
  } catch (error) {
    return (error as { code?: string }).code === '57P03' ? 'changing' : 'silent'
  } finally {
    await client.end().catch(() => {})
  }
}

function addressOf(cluster: Cluster, port: number): Address {
  if (cluster.socketFolder) return { host: cluster.socketFolder, port: socketPort, user: owner }
  return { host: '127.0.0.1', port, user: owner, password: cluster.password! }
}

function readPidFile(cluster: Cluster): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]) } : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A process id may have been given to another program meanwhile: ours names the data folder when it was started. */
function isOurs(cluster: Cluster, pid: number): boolean {
  if (!exists(pid)) return false
  const commandLine = commandLineOf(pid)
  return process.platform === 'win32' ? commandLine.includes('postgres') : commandLine.includes(`-D ${cluster.data} `)
}

/** After kill -9 of the server its children may work on for a moment and hold the shared memory: end them. */
async function removeLeftBehind(cluster: Cluster): Promise<void> {
  for (const pid of processesIn(cluster.data)) {
    if (commandLineOf(pid).startsWith('postgres:')) send(pid, 'SIGKILL', cluster.binaries.pgCtl)
  }
}

/** A path of a socket has at most 107 bytes (103 on macOS); a long folder gets a short stand-in under the system's one. */
function socketFolderFor(top: string): string {
  const near = join(top, 'run')
  if (Buffer.byteLength(join(near, `.s.PGSQL.${socketPort}.lock`)) <= 100) return makePrivate(near)
  const name = `opora-${process.getuid?.() ?? 0}-${createHash('sha256').update(top).digest('hex').slice(0, 16)}`
  return makePrivate(join(tmpdir(), name))
}

/** Takes the stand-in away again when the server has stopped for good: nothing is left in the system's temporary folder. */
export function removeStandIn(cluster: Cluster): void {
  const standIn = cluster.socketFolder !== null && dirname(cluster.socketFolder) !== cluster.folder
  if (standIn) rmSync(cluster.socketFolder, { recursive: true, force: true })
}

function makePrivate(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700) // fails for a folder of another user
    return realpathSync(folder)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) throw error
    throw refuse('forbidden', 'platform/database-folder-unusable', { folder, reason: message })
  }
}

function passwordIn(top: string): string {
  const file = join(top, 'password')
  try {
    writeFileSync(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The environment of the server, without the variables that would change where it listens or what it loads. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}
