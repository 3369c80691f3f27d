import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { demoPassword } from '../demo/seats.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
/** A short order that differs by its number, so that each upload can be told from the others. */
const order = (n: number) =>
  `П Р И К А З\n\nот 02.02.2026\n\n№ ${n}-крах\n\nОб утверждении плана на 2026 год\n\nПриложение\n\nПлан на 2026 год\n\n` +
  '№ п/п\tМероприятие\tСрок\tОтветственный\n1\tСовещание\tмарт 2026 года\tОтдел образования\n'

describe('the product that is killed while orders are uploaded', { timeout: 90_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'opora-crash-'))
  const acknowledged: string[] = []
  let sent = 0
  let running: ChildProcess | undefined
  after(async () => {
    if (running) await stop(running)
    rmSync(folder, { recursive: true, force: true })
  })

  const start = async () => {
    const port = await freePort()
    const args = [main, 'serve', '--demo', '--data', folder, '--port', String(port)]
    const { DATABASE_URL: _, ...env } = process.env
    // Started from a folder that is not the project's: an operator types the command wherever they are.
    running = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' })
    const address = `http://127.0.0.1:${port}`
    for (const until = Date.now() + 60_000; ; await pause(50)) {
      if (
        await fetch(`${address}/health`).then(
          answer => answer.ok,
          () => false,
        )
      )
        break
      assert.ok(Date.now() < until && running.exitCode === null, 'the product serves')
    }
    const { token } = (await postJson(`${address}/api/v1/sign-in`, {}, { login: 'rayon', password: demoPassword }))
      .body as { token: string }
    return { child: running, address, headers: { authorization: `Bearer ${token}` } }
  }
  type Running = Awaited<ReturnType<typeof start>>
  /** Uploads one order after another until the product no longer answers. */
  const uploadUntilItEnds = async ({ address, headers }: Running, ended: () => boolean) => {
    while (!ended() && sent < 500) {
      const text = order(++sent)
      const answer = await postJson(`${address}/api/v1/orders`, headers, { text }).catch(() => null)
      if (answer?.status === 200) acknowledged.push((answer.body as { orderId: string }).orderId)
    }
  }
  const everythingIsThere = async ({ address, headers }: Running) => {
    const found: { id: string; number: string | null }[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page = await fetch(`${address}/api/v1/orders${next && `?before=${next}`}`, { headers })
      const { orders, next: more } = (await page.json()) as { orders: typeof found; next: string | null }
      found.push(...orders.filter(one => one.number?.endsWith('-крах')))
      next = more
    }
    assert.deepEqual(
      acknowledged.filter(id => !found.some(one => one.id === id)),
      [],
    )
    for (const { id } of found) {
      const review = await fetch(`${address}/api/v1/orders/${id}/review`, { headers })
      const { draft } = (await review.json()) as { draft: { items: unknown[] } }
      assert.equal(draft.items.length, 1)
      assert.equal((await fetch(`${address}/api/v1/orders/${id}/file`, { headers })).status, 200)
    }
    assert.equal(new Set(found.map(one => one.number)).size, found.length)
    return found.length
  }

  test('every upload that was acknowledged is there, none is there by half, and nobody had to do anything', async () => {
    let product = await start()
    for (const victim of ['product', 'database', 'product'] as const) {
      let over = false
      const uploads = uploadUntilItEnds(product, () => over)
      await pause(500 + Math.random() * 1000)
      const [pid, child] = [victim === 'product' ? product.child.pid : serverPid(folder), product.child]
      process.kill(pid as number, 'SIGKILL')
      if (victim === 'product') await once(child, 'exit')
      else await pause(1500)
      over = true
      await uploads
      const killed = Date.now()
      if (victim === 'product') product = await start()
      assert.ok(Date.now() - killed < 10_000, `serving after ${Date.now() - killed} ms`)
      assert.ok((await everythingIsThere(product)) >= acknowledged.length)
    }
    assert.ok(acknowledged.length > 3, `${acknowledged.length} uploads`)
    const database = serverPid(folder)
    await stop(product.child)
    // A server that was adopted is nobody's child: the system takes a moment to forget it.
    for (const until = Date.now() + 5000; isAlive(database) && Date.now() < until; ) await pause(50)
    assert.ok(!isAlive(database), 'no database process is left')
  })
})

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function postJson(url: string, headers: Record<string, string>, body: object) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))
