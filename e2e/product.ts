import type { AddressInfo } from 'node:net'
import { after, before } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { openProduct } from '../src/app.ts'
import type { Database } from '../src/platform/postgres/index.ts'
import { testDatabase } from '../src/platform/postgres/testing.ts'
import { loadDemo } from '../src/shell/demo/load-demo.ts'

export { demoAdministrator, demoPassword } from '../src/shell/demo/seats.ts'

export interface RunningProduct {
  /** `http://127.0.0.1:41234` */
  readonly origin: string
  readonly db: Database
  readonly app: FastifyInstance
}

/**
 * The whole product with the demo on a free loopback port, over a database of its own, for the suite inside which this is called.
 *
 * @param options.empty true: no demo, not even a region
 * @returns gives the product once the tests of the suite run
 */
export function suiteProduct(options: { readonly empty?: boolean } = {}): () => RunningProduct {
  const leaving: (() => Promise<void>)[] = []
  let running: RunningProduct | undefined
  before(async () => {
    const db = await testDatabase({ after: fn => leaving.push(fn) })
    if (!options.empty) await loadDemo(db, new Date())
    const app = await openProduct(db, { logLevel: 'error' })
    await app.listen({ port: 0, host: '127.0.0.1' })
    running = { app, db, origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` }
  })
  after(async () => {
    await running?.app.close()
    for (const leave of leaving) await leave()
  })
  return () => {
    if (!running) throw new Error('the product of a suite is there once its tests run')
    return running
  }
}
