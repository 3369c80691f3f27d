// The clients of bench/load.ts: ask one address until all requests are answered, then say how long they took.
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const { url, token, clients, requests } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: clients })
const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' }
const times = []
let bytes = 0
let left = requests

const ask = () =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const sent = request(url, { agent, headers }, answer => {
      let size = 0
      answer.on('data', part => {
        size += part.length
      })
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`))
        times.push(performance.now() - began)
        bytes = size
        resolve()
      })
    })
    sent.on('error', reject)
    sent.end()
  })

async function client() {
  while (left-- > 0) await ask()
}

await Promise.all(Array.from({ length: clients }, client))
times.sort((a, b) => a - b)
const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
parentPort.postMessage({ p50Ms: at(0.5), p99Ms: at(0.99), bytes })
agent.destroy()
