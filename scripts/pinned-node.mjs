// Runs on whatever Node the machine has: installs the dependencies when they are missing or older than the lock file,
// and finds the Node that the project pins (a package of its own), which runs everything else.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const platformPackage = { win32: 'node-win', linux: 'node-linux', darwin: 'node-darwin' }[process.platform]
const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'

/** Path of the pinned Node; on a platform without one, this Node when it is new enough. */
export function pinnedNode() {
  const file = path.join(root, 'node_modules', `${platformPackage}-${process.arch}`, binary)
  if (fs.existsSync(file)) return file
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(
    `No Node 24 for ${process.platform}-${process.arch} among the dependencies, and this one is ${process.version}. Install Node 24.`,
  )
  process.exit(1)
}

/** `npm ci` when node_modules is absent or was made from another lock file. */
export function installIfMissing() {
  const lock = path.join(root, 'package-lock.json')
  const made = path.join(root, 'node_modules', '.opora-lock')
  const wanted = fs.readFileSync(lock, 'utf8')
  if (fs.existsSync(made) && fs.readFileSync(made, 'utf8') === wanted) return
  console.log('Installing the dependencies of package-lock.json …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
  fs.writeFileSync(made, wanted)
}

/** Runs the pinned Node with TypeScript understood; resolves with the exit code, passing signals on. */
export function runNode(args, env = {}) {
  return new Promise(resolve => {
    const child = spawn(pinnedNode(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}
