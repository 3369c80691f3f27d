export { sql } from 'kysely'
export { type AuditEntry, type AuditLine, historyOf, saveAudit } from './audit.ts'
export {
  type Asking,
  afterCommit,
  type Ctx,
  change,
  type Database,
  type DatabaseOptions,
  maybeRow,
  oneRow,
  openDatabase,
  rows,
  type Tables,
  type Tx,
  withCtx,
  withScope,
  withSystem,
  workEnded,
} from './database.ts'
export { emptyTables } from './empty-tables.ts'
export { newId } from './ids.ts'
export { migrate, migrationFolders } from './migrate.ts'
export { forgetOldSubmissions, once } from './once.ts'
export { stopOnSignals } from './signals.ts'
export { postgresTexts } from './texts.ts'
