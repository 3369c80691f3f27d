// A task that does what its input says, for the tests of the sandbox.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { refuse } from '../../../core/base/index.ts'

export function runTask(bytes: Uint8Array): unknown {
  const [verb, value = ''] = Buffer.from(bytes).toString().split(' ')
  switch (verb) {
    case 'echo':
      return { value, pid: process.pid, secret: process.env['OPORA_TEST_SECRET'] ?? null }
    case 'hang':
      for (;;) {}
    case 'fill-heap': {
      const kept: object[] = []
      for (;;) kept.push({ kept: [kept.length] })
    }
    case 'fill-buffers': {
      const kept: Buffer[] = []
      for (;;) kept.push(Buffer.alloc(1024 * 1024, 1))
    }
    case 'exit':
      return process.exit(5)
    case 'throw':
      throw new Error('a slip of the program')
    case 'refuse':
      throw refuse('invalid', 'files/no-text', { found: 3 })
    case 'write':
      return fs.writeFileSync(value, 'x')
    case 'spawn':
      return spawnSync('true').error?.message
    default:
      return null
  }
}
