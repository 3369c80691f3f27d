import type { Agent, request } from 'node:http'
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
    const worker = new Worker(
      `(${askMany})(${JSON.stringify(load)}, require('node:worker_threads').parentPort, require('node:http'))`,
      { eval: true },
    )
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

// Runs in the worker as plain JavaScript: everything it needs comes as an argument.
function askMany(
  load: Load,
  port: { postMessage(value: unknown): void },
  http: { Agent: typeof Agent; request: typeof request },
) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: load.clients })
  const times: number[] = []
  let bytes = 0
  let left = load.requests
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const began = performance.now()
      const sent = http.request(
        load.url,
        { agent, headers: { authorization: `Bearer ${load.token}`, 'accept-encoding': 'gzip' } },
        answer => {
          let size = 0
          answer.on('data', part => {
            size += part.length
          })
          answer.on('end', () => {
            if (answer.statusCode !== 200) return reject(new Error(`${load.url} answered ${answer.statusCode}`))
            times.push(performance.now() - began)
            bytes = size
            resolve()
          })
        },
      )
      sent.on('error', reject)
      sent.end()
    })
  const client = async () => {
    while (left-- > 0) await ask()
  }
  Promise.all(Array.from({ length: load.clients }, client)).then(() => {
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    port.postMessage({ p50Ms: at(0.5), p99Ms: at(0.99), bytes })
    agent.destroy()
  })
}
