import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/** The lines of a page that begin with `./opora`, without their explanation. */
function commandsIn(page: string): string[] {
  return readFileSync(`${root}/${page}`, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('./opora '))
    .map(line => line.split('#')[0]!.slice('./opora '.length).trim())
}

describe('every command of the first page does what it says', () => {
  const commands = commandsIn('README.md')
  for (const command of commands) {
    test(command, () => {
      const done = spawnSync(process.execPath, [main, ...command.split(' ')], { cwd: root, encoding: 'utf8' })
      // 1 is the answer of a linter that has found something.
      assert.ok(done.status === 0 || (done.status === 1 && command.startsWith('order lint')), done.stderr)
      assert.ok(done.stdout.length > 100)
    })
  }

  test('the Russian page has the same commands', () => {
    assert.ok(commands.length > 5)
    assert.deepEqual(commandsIn('README.ru.md'), commands)
  })
})
