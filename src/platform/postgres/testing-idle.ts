/**
 * Started by testing.ts and left alone: stops the shared test server when no test process has used it for a while.
 * Runs without a loader, hence the plain syntax. Arguments: folder of user files (named by process id), data folder.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [usersFolder = '', dataFolder = ''] = process.argv.slice(2)
const mark = join(dataFolder, '..', 'watcher')
const idleMs = 20_000

writeFileSync(mark, String(process.pid))
let pid = serverPid()
let lastUsed = Date.now()
setInterval(() => {
  pid = serverPid() || pid
  if (users().some(isAlive)) lastUsed = Date.now()
  if (Date.now() - lastUsed < idleMs) return
  rmSync(mark, { force: true })
  if (users().some(isAlive)) {
    writeFileSync(mark, String(process.pid)) // somebody came this moment and counts on us
    return
  }
  if (pid && isAlive(pid)) process.kill(pid, 'SIGINT')
  process.exit(0)
}, 1_000)

function users(): number[] {
  try {
    return readdirSync(usersFolder).map(Number)
  } catch {
    return [] // the whole checkout was deleted
  }
}

function serverPid(): number {
  try {
    return Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch {
    rmSync(join(usersFolder, String(process_)), { force: true })
    return false
  }
}
