import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { completed } from './binaries.ts'
import { closedToOthers } from './testing-users.ts'

/** The programs of a package as npm unpacks it: without its links, and with programs that lost their right to run. */
function unpacked(t: TestContext): { scratch: string; native: string } {
  const scratch = mkdtempSync(join(tmpdir(), 'opora-binaries-'))
  t.after(() => rmSync(scratch, { recursive: true, force: true }))
  const native = join(scratch, 'native')
  for (const folder of ['bin', 'lib']) mkdirSync(join(native, folder), { recursive: true })
  for (const program of ['initdb', 'postgres', 'pg_ctl'])
    writeFileSync(join(native, 'bin', program), '', { mode: 0o644 })
  writeFileSync(join(native, 'lib', 'libtea.so.1.2'), 'tea')
  const links = [{ source: 'native/lib/libtea.so.1.2', target: 'native/lib/libtea.so.1' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  return { scratch, native }
}

test('the links that npm cannot carry are made, and made again without harm', {
  skip: process.platform === 'win32',
}, t => {
  const { scratch, native } = unpacked(t)
  for (let round = 0; round < 2; round++) assert.equal(completed(native, join(scratch, 'copy')), native)
  assert.equal(readlinkSync(join(native, 'lib', 'libtea.so.1')), 'libtea.so.1.2')
  assert.ok(statSync(join(native, 'bin', 'postgres')).mode & 0o100)
  assert.equal(existsSync(join(scratch, 'copy')), false)
})

test('a folder that may not be written is completed in a copy', {
  skip: process.platform === 'win32' || (process.getuid?.() === 0 && closedToOthers),
}, t => {
  const { scratch, native } = unpacked(t)
  chmodSync(scratch, 0o755)
  for (const folder of [native, join(native, 'lib'), join(native, 'bin')]) chmodSync(folder, 0o555)
  const home = join(scratch, 'home')
  mkdirSync(home)
  chmodSync(home, 0o777)
  // Root may write anywhere, so it tries as nobody.
  const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const module_ = new URL('./binaries.ts', import.meta.url).href
  const script = `import { completed } from ${JSON.stringify(module_)}; console.log(completed(process.argv[1], process.argv[2]))`
  const done = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script, native, join(home, 'copy')],
    {
      ...as,
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      encoding: 'utf8',
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    },
  )
  for (const folder of [native, join(native, 'lib'), join(native, 'bin')]) chmodSync(folder, 0o755)
  assert.equal(done.stdout.trim(), join(home, 'copy'), done.stderr)
  assert.equal(readFileSync(join(home, 'copy', 'lib', 'libtea.so.1'), 'utf8'), 'tea')
})
