import { type ChildProcess, fork } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Refusal, type RefusalKind, refuse } from '../../core/base/index.ts'
import type { AnswerMessage, SandboxTask, TaskMessage } from './task.ts'

export { type RunTask, type SandboxTask, sandboxTask } from './task.ts'

/** What one task may take before its process is killed. */
export interface SandboxCaps {
  readonly timeMs: number
  /** Memory of the whole child process, as the system counts it. */
  readonly memoryMb: number
  /** Size of the input. */
  readonly inputBytes: number
}

export const sandboxCaps: SandboxCaps = { timeMs: 10_000, memoryMb: 300, inputBytes: 20 * 1024 * 1024 }

const atOnce = 2
const waitingAtMost = 20
const idleMs = 60_000
const keptBelowMb = 140
const root = new URL('../../../', import.meta.url)

interface Idle {
  readonly child: ChildProcess
  readonly timer: NodeJS.Timeout
}
let idle: Idle | null = null
let running = 0
const waiting: (() => void)[] = []

/** What a task works on: bytes, or a file on the disk that is too large to be handed over. */
export type SandboxSource = Uint8Array | { readonly path: string }

/**
 * Runs a task on bytes that nobody trusts, in a process of its own: it can neither write files nor start programs, and it is killed when
 * it takes too long or too much. This process keeps answering meanwhile, and nothing is left behind.
 *
 * @throws the task's own Refusal; refuse('too-large', 'files/too-large' | 'files/too-slow' | 'files/too-much-memory');
 *   refuse('invalid', 'files/reader-crashed') with the reason in `details`; refuse('busy', 'files/busy') when too many wait
 * @param input what the task is told beside the bytes, as JSON; `onPart` hears what the task tells while it works
 * @param source bytes, or the path of a file: that one file, and nothing beside it, may then be read by the task
 * @example const source = await inSandbox(readDocument, bytes)
 * @example await inSandbox(countRows, { path }, { timeMs: 600_000, inputBytes: 2 ** 31 }, { onPart: part => show(part.bytesRead) })
 */
export async function inSandbox<Result, Part = never>(
  task: SandboxTask<Result, Part>,
  source: SandboxSource,
  caps: Partial<SandboxCaps> = {},
  { input, onPart }: { readonly input?: unknown; readonly onPart?: (part: Part) => void } = {},
): Promise<Result> {
  const limits = { ...sandboxCaps, ...caps }
  const path = 'path' in source ? fs.realpathSync(source.path) : null
  const bytes = 'path' in source ? new Uint8Array(0) : source
  const size = path === null ? bytes.length : fs.statSync(path).size
  if (size > limits.inputBytes) {
    const mb = 1024 * 1024
    throw refuse('too-large', 'files/too-large', {
      foundMb: Math.ceil(size / mb),
      limitMb: Math.floor(limits.inputBytes / mb),
    })
  }
  await turn()
  try {
    const message = { module: task.module.href, bytes, path, input }
    const work = { message, onPart: (part: unknown) => onPart?.(part as Part) }
    return (await runInChild(path === null ? takeChild() : startChild(path), task, work, limits)) as Result
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** Starts the child before it is needed, so that the first file does not wait for it. */
export function warmSandbox(): void {
  if (idle === null && running === 0) putBack(startChild())
}

/** Ends the waiting child, for a clean shutdown. A child at work is killed by its own caps or by the end of this process. */
export function closeSandbox(): void {
  if (idle === null) return
  clearTimeout(idle.timer)
  idle.child.kill('SIGKILL')
  idle = null
}

async function turn(): Promise<void> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw refuse('busy', 'files/busy')
    await new Promise<void>(resolve => waiting.push(resolve))
  }
  running++
}

/** @param file what this child may read beside the program; such a child is never used again */
function startChild(file: string | null = null): ChildProcess {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
    // Reading is all it may do: no writing, no processes, no workers, no native code. A heap beyond the cap kills it, not us.
    execArgv: [
      '--permission',
      `--allow-fs-read=${fileURLToPath(root)}*`,
      ...(file === null ? [] : [`--allow-fs-read=${file}`]),
      '--max-old-space-size=176',
      '--max-semi-space-size=8',
      '--no-warnings',
    ],
    env: process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

function takeChild(): ChildProcess {
  const waitingChild = idle
  if (waitingChild === null) return startChild()
  clearTimeout(waitingChild.timer)
  idle = null
  return waitingChild.child.connected ? waitingChild.child : startChild()
}

/** A child that answered well is kept for the next file, unless it has grown; a second one is not needed. */
function putBack(child: ChildProcess): void {
  if (idle !== null || !child.connected || memoryMbOf(child.pid) > keptBelowMb) {
    child.kill('SIGKILL')
    return
  }
  child.unref()
  child.channel?.unref()
  const timer = setTimeout(closeSandbox, idleMs)
  timer.unref()
  idle = { child, timer }
}

function runInChild(
  child: ChildProcess,
  task: SandboxTask<unknown, unknown>,
  { message, onPart }: { readonly message: TaskMessage; readonly onPart: (part: unknown) => void },
  caps: SandboxCaps,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.ref()
    child.channel?.ref()
    const end = (kill: boolean) => {
      clearTimeout(deadline)
      clearInterval(watch)
      child.removeAllListeners()
      if (kill || message.path !== null) {
        child.on('error', () => {})
        child.kill('SIGKILL')
      } else putBack(child)
    }
    const refuseAndKill = (refusal: Refusal) => {
      end(true)
      reject(refusal)
    }
    const deadline = setTimeout(
      () => refuseAndKill(refuse('too-large', 'files/too-slow', { limitSeconds: Math.ceil(caps.timeMs / 1000) })),
      caps.timeMs,
    )
    const outOfMemory = () => refuse('too-large', 'files/too-much-memory', { limitMb: caps.memoryMb })
    const watch = setInterval(() => {
      if (memoryMbOf(child.pid) > caps.memoryMb) refuseAndKill(outOfMemory())
    }, 25)
    child.on('message', (answer: AnswerMessage) => {
      if (answer.kind === 'part') return onPart(JSON.parse(answer.json))
      if (answer.kind === 'failed') return refuseAndKill(crashed(task, answer.error))
      end(false)
      if (answer.kind === 'done') resolve(JSON.parse(answer.json))
      else reject(refuse(answer.refusal.kind as RefusalKind, answer.refusal.code, answer.refusal.params))
    })
    child.on('error', error => refuseAndKill(crashed(task, error.message)))
    // V8 aborts when its heap is full; every other sudden end is a crash.
    child.on('exit', (code, signal) =>
      refuseAndKill(
        signal === 'SIGABRT' || code === 134 ? outOfMemory() : crashed(task, `ended with ${signal ?? code}`),
      ),
    )
    child.send(message)
  })
}

function crashed(task: SandboxTask<unknown, unknown>, reason: string): Refusal {
  return refuse('invalid', 'files/reader-crashed', {}, { task: task.name, reason })
}

/** Memory of a process as the system counts it; 0 where the system does not say (then the heap cap alone holds). */
function memoryMbOf(pid: number | undefined): number {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'latin1')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
