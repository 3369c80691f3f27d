import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Refusal } from '../../core/base/index.ts'
import { type Cluster, prepareCluster } from './cluster.ts'
import { type Database, openDatabase, rows, saveAudit, sql, withCtx, withScope } from './index.ts'
import { migrate } from './migrate.ts'
import { commandLineOf, pause } from './processes.ts'
import { aRequest } from './testing-request.ts'
import { closedToOthers } from './testing-users.ts'

const writer = fileURLToPath(new URL('./testing-writer.ts', import.meta.url))
const project = fileURLToPath(new URL('../../..', import.meta.url))
const region = aRequest({ regionId: 42 })
const isRoot = process.getuid?.() === 0

describe('the embedded database', { timeout: 300_000 }, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'opora-pg-'))
  let model: Cluster
  let count = 0
  before(() => {
    model = prepareCluster(join(scratch, 'model'))
  })
  after(() => rmSync(scratch, { recursive: true, force: true }))

  /** A folder with a new cluster; copying one is quicker than making one. */
  const newFolder = () => {
    const folder = join(scratch, `n${++count}`)
    mkdirSync(folder, { mode: 0o700 })
    cpSync(model.data, join(folder, 'cluster'), { recursive: true })
    return folder
  }

  test('survives kill -9 of its server: the next request is answered and nothing acknowledged is lost', async t => {
    const db = await open(t, newFolder())
    for (let round = 1; round <= 3; round++) {
      await write(db, `round ${round}`)
      const pid = db.serverPid()!
      process.kill(pid, 'SIGKILL')
      const since = Date.now()
      assert.equal((await writtenIn(db)).length, round)
      // A session outlives its server for a moment and may have answered.
      while (db.serverPid() === pid && Date.now() - since < 10_000) await pause(20)
      assert.notEqual(db.serverPid(), pid)
      assert.ok(Date.now() - since < 10_000)
    }
  })

  test('survives kill -9 of Opora: the next one adopts the running server and finds every acknowledged row', async t => {
    const folder = newFolder()
    for (const ms of [30, 150, 400]) {
      const child = startWriter(t, folder)
      const serverPid = await child.ready
      await child.wrote
      await pause(ms)
      process.kill(child.process.pid!, 'SIGKILL')
      await child.ended
      const since = Date.now()
      const db = await openDatabase({ folder })
      t.after(() => db.close())
      assert.ok(Date.now() - since < 10_000)
      assert.equal(db.serverPid(), serverPid)
      const found = new Set(await writtenIn(db))
      assert.deepEqual(
        child.acknowledged.filter(n => !found.has(n)),
        [],
      )
      assert.ok(child.acknowledged.length > 0)
      await db.close()
    }
  })

  test('survives kill -9 of Opora and of the server together', async t => {
    const folder = newFolder()
    const child = startWriter(t, folder)
    const serverPid = await child.ready
    await child.wrote
    await pause(100)
    process.kill(serverPid, 'SIGKILL')
    process.kill(child.process.pid!, 'SIGKILL')
    await child.ended
    const since = Date.now()
    const db = await open(t, folder)
    assert.ok(Date.now() - since < 10_000)
    const found = new Set(await writtenIn(db))
    assert.deepEqual(
      child.acknowledged.filter(n => !found.has(n)),
      [],
    )
  })

  test('survives kill -9 while the folder is being made', async t => {
    const folder = join(scratch, `n${++count}`)
    for (const ms of [250, 450, 650, 900]) {
      const child = startWriter(t, folder)
      await pause(ms)
      process.kill(child.process.pid!, 'SIGKILL')
      await child.ended
    }
    const db = await open(t, folder)
    await migrate(db, [])
    await write(db, 'made at last')
    assert.ok((await writtenIn(db)).includes('made at last'))
  })

  test('replaces an orphan that hangs', { skip: process.platform === 'win32' }, async t => {
    const folder = newFolder()
    const child = startWriter(t, folder)
    const serverPid = await child.ready
    process.kill(serverPid, 'SIGSTOP')
    process.kill(child.process.pid!, 'SIGKILL')
    await child.ended
    const since = Date.now()
    const db = await open(t, folder)
    assert.ok(Date.now() - since < 20_000) // three of them are patience
    assert.notEqual(db.serverPid(), serverPid)
  })

  test('replaces an orphan that was started with other settings', async t => {
    const folder = newFolder()
    const child = startWriter(t, folder)
    const serverPid = await child.ready
    process.kill(child.process.pid!, 'SIGKILL')
    await child.ended
    const db = await openDatabase({ folder, cluster: { settings: { shared_buffers: '16MB' } } })
    t.after(() => db.close())
    assert.notEqual(db.serverPid(), serverPid)
  })

  test('starts although another program was given the process id of the killed server', async t => {
    const folder = newFolder()
    const line = [process.pid, join(folder, 'cluster'), 1, 5432, join(folder, 'run'), '', '  1 1', 'ready'].join('\n')
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), line)
    const db = await open(t, folder)
    assert.notEqual(db.serverPid(), process.pid)
  })

  test('belongs to one Opora at a time: the second is told which process has the folder', async t => {
    const folder = newFolder()
    await open(t, folder)
    await assert.rejects(openDatabase({ folder }), (refusal: Refusal) => {
      assert.equal(refusal.code, 'platform/database-folder-in-use')
      assert.deepEqual(refusal.params, { folder, pid: String(process.pid) })
      return true
    })
  })

  test('stops cleanly with Opora on SIGTERM', { skip: process.platform === 'win32' }, async t => {
    const folder = newFolder()
    const child = startWriter(t, folder)
    const serverPid = await child.ready
    process.kill(child.process.pid!, 'SIGTERM')
    assert.equal(await child.ended, 143)
    assert.equal(commandLineOf(serverPid), '', 'ended; its number may stay until somebody asks how')
    assert.equal(existsSync(join(folder, 'cluster', 'postmaster.pid')), false)
    assert.match(readFileSync(join(folder, 'postgres.log'), 'utf8'), /database system is shut down\n$/)
  })

  test('listens on loopback with a password where there are no sockets', async t => {
    const folder = join(scratch, `n${++count}`)
    const db = await openDatabase({ folder, cluster: { transport: 'loopback' } })
    t.after(() => db.close())
    await migrate(db, [])
    await write(db, 'over loopback')
    assert.deepEqual(await writtenIn(db), ['over loopback'])
  })

  test('works in a folder whose path is too long for a socket, and leaves no stand-in behind', async t => {
    const folder = join(scratch, 'длинное-имя-папки-'.repeat(6))
    mkdirSync(folder, { mode: 0o700 })
    cpSync(model.data, join(folder, 'cluster'), { recursive: true })
    const standIns = () => readdirSync(tmpdir()).filter(name => /^opora-\d+-[0-9a-f]{16}$/.test(name))
    const earlier = standIns()
    const db = await openDatabase({ folder })
    t.after(() => db.close())
    await migrate(db, [])
    assert.deepEqual(await writtenIn(db), [])
    assert.equal(standIns().length, earlier.length + 1)
    await db.close()
    assert.deepEqual(standIns(), earlier)
  })

  test('refuses a folder it cannot work in with the words of the server', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'cluster', 'global', 'pg_control'), 'not a control file')
    await assert.rejects(openDatabase({ folder }), { code: 'platform/database-failed-to-start' })
  })

  test('says which folder it may not use', async () => {
    const folder = join(scratch, 'a-file')
    writeFileSync(folder, '')
    await assert.rejects(openDatabase({ folder }), { kind: 'forbidden', code: 'platform/database-folder-unusable' })
  })

  test('runs for root as the user nobody where namespaces are forbidden', {
    skip: !isRoot || closedToOthers,
  }, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'opora-nobody-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    cpSync(model.data, join(folder, 'cluster'), { recursive: true })
    const db = await openDatabase({ folder, cluster: { runAs: 'nobody' } })
    t.after(() => db.close())
    await migrate(db, [])
    await write(db, 'as nobody')
    await db.close()
    const again = await open(t, folder) // and back: the files change hands again
    assert.deepEqual(await writtenIn(again), ['as nobody'])
  })

  test('runs for an ordinary user', { skip: isRoot ? closedToOthers : 'the other tests do so' }, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'opora-user-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    chownSync(folder, 65_534, 65_534)
    const child = startWriter(t, join(folder, 'data'), { uid: 65_534, gid: 65_534 })
    await child.ready
    process.kill(child.process.pid!, 'SIGTERM')
    assert.equal(await child.ended, 143)
  })
})

async function open(t: TestContext, folder: string): Promise<Database> {
  const db = await openDatabase({ folder })
  t.after(() => db.close())
  await migrate(db, [])
  return db
}

function write(db: Database, subjectId: string): Promise<void> {
  return withCtx(db, region, ctx => saveAudit(ctx, { action: 'test/written', subjectKind: 'line', subjectId }))
}

async function writtenIn(db: Database): Promise<string[]> {
  const statement = sql<{ id: string }>`SELECT subject_id AS id FROM audit_lines`
  const found = await withScope(db, region, tx => rows(tx, statement), 'read')
  return found.map(row => row.id)
}

interface Writer {
  readonly process: ChildProcess
  /** Process id of its server. */
  readonly ready: Promise<number>
  readonly acknowledged: string[]
  /** Resolves with the first row that was acknowledged, however busy the machine is. */
  readonly wrote: Promise<void>
  readonly ended: Promise<number | null>
}

function startWriter(t: TestContext, folder: string, as: { uid?: number; gid?: number } = {}): Writer {
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' }
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder], { ...as, cwd: project, env })
  const acknowledged: string[] = []
  let said = ''
  child.stderr.on('data', text => {
    said += text
  })
  let acknowledgedOne = () => {}
  const ended = new Promise<number | null>(done => child.once('close', done))
  const ready = new Promise<number>((done, fail) => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('ready ')) done(Number(line.slice(6)))
      else {
        acknowledged.push(line)
        acknowledgedOne()
      }
    })
    void ended.then(() => fail(new Error(`the writer ended early: ${said}`)))
  })
  const wrote = new Promise<void>((done, fail) => {
    acknowledgedOne = done
    void ended.then(() => fail(new Error(`the writer ended before its first row: ${said}`)))
  })
  wrote.catch(() => {})
  ready.catch(() => {}) // whoever needs it awaits it
  t.after(() => {
    child.kill('SIGKILL')
  })
  return { process: child, ready, acknowledged, wrote, ended }
}
