/**
 * A small Opora for the crash tests: opens a folder, says "ready" with the id of the server, then writes line after line
 * and says the number of each one when it is committed. Ends politely on SIGTERM. Argument: the folder.
 */
import { openDatabase, saveAudit, stopOnSignals, withCtx } from './index.ts'
import { migrate } from './migrate.ts'
import { aRequest } from './testing-request.ts'

const db = await openDatabase({ folder: process.argv[2] })
let stopping = false
stopOnSignals(() => {
  stopping = true
  return db.close()
})
await migrate(db, [])
console.log(`ready ${db.serverPid()}`)
for (let n = 1; !stopping; n++) {
  await withCtx(db, aRequest({ regionId: 42 }), ctx =>
    saveAudit(ctx, { action: 'test/written', subjectKind: 'line', subjectId: String(n) }),
  )
  console.log(n)
}
