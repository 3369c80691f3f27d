import pg from 'pg'
import { refuse } from '../../core/base/index.ts'
import { type Address, type Cluster, ensureRunning, type Running, removeStandIn, stopRunning } from './cluster.ts'
import { pause } from './processes.ts'

/** The embedded server under our care: exactly one Opora owns it, and it is started again when it dies. */
export interface Supervised {
  /** Resolves when the server answers; rejects when it could not be brought back in time. */
  ready(timeoutMs: number): Promise<Address>
  pid(): number
  stop(): Promise<void>
}

/** Any number, the same for every Opora: whoever holds this lock owns the folder. The lock dies with its holder. */
const ownership = 7_306_121

/**
 * Starts or adopts the server of a cluster and keeps it running until stop().
 *
 * @throws refuse('conflict', 'platform/database-folder-in-use') when another Opora works with this folder
 */
export async function supervise(cluster: Cluster): Promise<Supervised> {
  let stopping = false
  let running: Running
  let keeper: pg.Client
  let recovery: Promise<void> | null = null

  const own = async () => {
    running = await ensureRunning(cluster)
    keeper = await takeOwnership(cluster, running.address)
    if (running.adopted && !(await isAsWanted(cluster, keeper))) {
      await keeper.end()
      await stopRunning(cluster, running.pid)
      running = await ensureRunning(cluster)
      keeper = await takeOwnership(cluster, running.address)
    }
    keeper.once('end', recover)
  }
  const recover = () => {
    if (stopping || recovery) return
    recovery = (async () => {
      for (let wait = 50; !stopping; wait = Math.min(wait * 2, 5_000)) {
        try {
          await own()
          return
        } catch {
          await pause(wait) // a full disk, say: keep trying, requests are answered "unavailable" meanwhile
        }
      }
    })().finally(() => {
      recovery = null
    })
  }
  await own()

  return {
    pid: () => running.pid,
    async ready(timeoutMs) {
      if (recovery) {
        const inTime = await Promise.race([recovery.then(() => true), pause(timeoutMs).then(() => false)])
        if (!inTime) throw refuse('busy', 'platform/database-unavailable', { reason: 'postgres is restarting' })
      }
      return running.address
    },
    async stop() {
      stopping = true
      await recovery
      await keeper.end().catch(() => {})
      await stopRunning(cluster, running.pid)
      removeStandIn(cluster)
    },
  }
}

async function takeOwnership(cluster: Cluster, address: Address): Promise<pg.Client> {
  const client = new pg.Client({ ...address, database: 'postgres', application_name: `opora owner ${process.pid}` })
  client.on('error', () => {}) // 'end' follows, and that is what the supervisor listens to
  await client.connect()
  for (const since = Date.now(); ; await pause(50)) {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [ownership])
    if (rows[0]?.got) return client
    if (Date.now() - since > 1_500) break // the server needs a moment to notice that a killed owner is gone
  }
  const { rows } = await client.query<{ name: string }>(
    "SELECT application_name AS name FROM pg_stat_activity WHERE application_name LIKE 'opora owner %' AND pid <> pg_backend_pid()",
  )
  await client.end()
  const pid = rows[0]?.name.replace('opora owner ', '') ?? '?'
  throw refuse('conflict', 'platform/database-folder-in-use', { folder: cluster.folder, pid })
}

async function isAsWanted(cluster: Cluster, client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ cluster_name: string }>('SHOW cluster_name')
  return rows[0]?.cluster_name === cluster.mark
}
