import { Worker } from 'node:worker_threads'

export interface Load {
  readonly url: string
  readonly token: string
  readonly clients: number
  readonly requests: number
}
export interface Measured {
  readonly p50Ms: number
  readonly p99Ms: number
  /** Size of one answer, as it travelled. */
  readonly bytes: number
}

/** Asks one address again and again from several clients, in a thread of its own, so that the server's thread only serves. */
export function loadOf(load: Load): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load-worker.mjs', import.meta.url), { workerData: load, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
