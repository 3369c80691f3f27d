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
  const machine = `${process.platform}-${process.arch}`
  stop(
    `Для ${machine} среди зависимостей нет Node 24, а установлен ${process.version}. Установите Node 24.`,
    `There is no Node 24 for ${machine} among the dependencies, and this one is ${process.version}. Install Node 24.`,
  )
}

/** `npm ci` when node_modules is absent, was left half-made, or was made from another lock file. */
export function installIfMissing() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(
      `Нужен Node.js 20 или новее, а установлен ${process.version}. Обновите его: https://nodejs.org/ru/download`,
      `Node.js 20 or newer is needed, and this one is ${process.version}. Update it: https://nodejs.org/en/download`,
    )
  const wanted = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  const made = path.join(root, 'node_modules', '.opora-lock')
  if (fs.existsSync(made) && fs.readFileSync(made, 'utf8') === wanted) return
  if (!installedByHand(JSON.parse(wanted))) {
    console.log('Устанавливаю зависимости, один раз … / Installing the dependencies, once …')
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    if (done.status !== 0)
      stop(
        `Зависимости не установились (причина выше). Проверьте доступ к registry.npmjs.org и выполните в папке ${root}: npm ci`,
        `The dependencies could not be installed (the reason stands above). Check the way to registry.npmjs.org and run in ${root}: npm ci`,
      )
  }
  pinnedNode() // says so at once when there is none for this machine
  fs.writeFileSync(made, wanted)
}

/** Whether `npm ci` has been run here by somebody already: npm writes its own list when it has finished. */
function installedByHand(lock) {
  const list = path.join(root, 'node_modules', '.package-lock.json')
  if (!fs.existsSync(list)) return false
  const there = JSON.parse(fs.readFileSync(list, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([place, one]) => place === '' || one.optional || there[place]?.version === one.version,
  )
}

function stop(...lines) {
  for (const line of lines) console.error(line)
  process.exit(1)
}

/** Runs the pinned Node with TypeScript understood; resolves with the exit code, passing signals on. */
export function runNode(args, env = {}) {
  return new Promise(resolve => {
    const child = spawn(pinnedNode(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}
