import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { closeSandbox, inSandbox, sandboxTask, warmSandbox } from './index.ts'

const misbehaving = sandboxTask<{ value: string; pid: number; secret: string | null }>(
  'misbehaving',
  new URL('./examples/misbehaving.task.ts', import.meta.url),
)
const run = (words: string, caps = {}) => inSandbox(misbehaving, Buffer.from(words), caps)
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

after(closeSandbox)

describe('a task that behaves', () => {
  test('answers from another process', async () => {
    const { value, pid } = await run('echo привет')
    assert.equal(value, 'привет')
    assert.notEqual(pid, process.pid)
  })

  test('the same process answers again, so that only the first file waits for its start', async () => {
    assert.equal((await run('echo раз')).pid, (await run('echo два')).pid)
  })

  test('two tasks run at once, more wait for their turn', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(value => run(`echo ${value}`)))
    assert.deepEqual(
      answers.map(answer => answer.value),
      ['a', 'b', 'c', 'd', 'e'],
    )
    assert.ok(new Set(answers.map(answer => answer.pid)).size <= 2 + 1)
  })

  test('it is told things beside the bytes, and tells what it has done while it works', async () => {
    const counting = sandboxTask<{ last: number }, { at: number }>(
      'counting',
      new URL('./examples/counting.task.ts', import.meta.url),
    )
    const told: number[] = []
    const answer = await inSandbox(
      counting,
      new Uint8Array(),
      {},
      { input: { to: 3 }, onPart: ({ at }) => told.push(at) },
    )
    assert.deepEqual(told, [1, 2, 3])
    assert.deepEqual(answer, { last: 3 })
  })

  test('its own refusal arrives with its code and values', async () => {
    await assert.rejects(run('refuse'), {
      name: 'Refusal',
      kind: 'invalid',
      code: 'files/no-text',
      params: { found: 3 },
    })
  })

  test('secrets of this process are not handed on', async () => {
    process.env['OPORA_TEST_SECRET'] = 'x'
    assert.equal((await run('echo x')).secret, null)
  })
})

describe('a task that misbehaves', () => {
  test('one that never ends is killed at its time, and others are answered meanwhile', async () => {
    const order: string[] = []
    const hung = assert
      .rejects(run('hang', { timeMs: 8000 }), { code: 'files/too-slow' })
      .then(() => order.push('killed'))
    assert.equal((await run('echo жив')).value, 'жив')
    order.push('answered')
    await hung
    assert.deepEqual(order, ['answered', 'killed'])
  })

  test('one that fills its heap is refused, and this process goes on', async () => {
    await assert.rejects(run('fill-heap', { timeMs: 60_000 }), { code: 'files/too-much-memory' })
    assert.equal((await run('echo жив')).value, 'жив')
  })

  test('one that fills memory outside its heap is refused too', { skip: process.platform !== 'linux' }, async () => {
    await assert.rejects(run('fill-buffers'), { code: 'files/too-much-memory', params: { limitMb: 300 } })
  })

  test('one that ends its process is refused', async () => {
    await assert.rejects(run('exit'), {
      code: 'files/reader-crashed',
      details: { task: 'misbehaving', reason: 'ended with 5' },
    })
  })

  test('a slip of the program is a refusal that keeps its reason for those who mend it', async () => {
    await assert.rejects(run('throw'), (error: { code: string; details: { reason: string } }) => {
      assert.equal(error.code, 'files/reader-crashed')
      assert.match(error.details.reason, /a slip of the program/)
      return true
    })
  })

  test('it can neither write a file nor start a program', async () => {
    const file = path.join(os.tmpdir(), `opora-sandbox-${process.pid}`)
    await assert.rejects(run(`write ${file}`), { code: 'files/reader-crashed' })
    assert.equal(fs.existsSync(file), false)
    await assert.rejects(run('spawn'), { code: 'files/reader-crashed' })
  })

  test('input beyond the cap is refused before any process sees it, both sides of the border', async () => {
    await assert.rejects(run('echo 12345', { inputBytes: 9 }), { code: 'files/too-large' })
    assert.equal((await run('echo 1234', { inputBytes: 9 })).value, '1234')
  })
})

describe('a file handed over by its path', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opora-sandbox-'))
  const file = path.join(folder, 'protocol.csv')
  fs.writeFileSync(file, `код;балл\n${'1;2\n'.repeat(500_000)}`)
  const countRows = sandboxTask<{ rows: number; sum: number }, { bytesRead: number }>(
    'rows',
    new URL('./examples/rows.task.ts', import.meta.url),
  )
  after(() => fs.rmSync(folder, { recursive: true }))

  test('is read in the other process, which tells how far it has come', async () => {
    const told: number[] = []
    const onPart = ({ bytesRead }: { bytesRead: number }) => told.push(bytesRead)
    assert.deepEqual(await inSandbox(countRows, { path: file }, {}, { onPart }), { rows: 500_001, sum: 1_000_000 })
    assert.ok(told.length > 1 && told[0]! < fs.statSync(file).size)
    assert.equal(told.at(-1), fs.statSync(file).size)
  })

  test('is all that the process may read', async () => {
    const beside = path.join(folder, 'other.csv')
    fs.writeFileSync(beside, 'а;б')
    await assert.rejects(inSandbox(countRows, { path: file }, {}, { input: { beside } }), {
      code: 'files/reader-crashed',
    })
  })

  test('is refused beyond the cap, both sides of the border; its own refusal arrives as well', async () => {
    const { size } = fs.statSync(file)
    await assert.rejects(inSandbox(countRows, { path: file }, { inputBytes: size - 1 }), { code: 'files/too-large' })
    assert.equal((await inSandbox(countRows, { path: file }, { inputBytes: size })).rows, 500_001)
    const page = path.join(folder, 'page.csv')
    fs.writeFileSync(page, '<html>')
    await assert.rejects(inSandbox(countRows, { path: page }), { code: 'tables/not-a-table' })
  })

  test('that takes too long is left, and the process with it', async () => {
    await assert.rejects(inSandbox(countRows, { path: file }, { timeMs: 1 }), { code: 'files/too-slow' })
  })
})

test('when too many wait, the next is told to come later', async () => {
  const many = Array.from({ length: 30 }, () =>
    run('echo x').then(
      () => 'done',
      (error: { code: string }) => error.code,
    ),
  )
  const answers = await Promise.all(many)
  assert.deepEqual([...new Set(answers)].sort(), ['done', 'files/busy'])
})

test('a warmed child waits, and goes when the sandbox is closed', async () => {
  warmSandbox()
  const { pid } = await run('echo x')
  assert.equal(isAlive(pid), true)
  closeSandbox()
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await new Promise(resolve => setTimeout(resolve, 20))
  assert.equal(isAlive(pid), false)
})
