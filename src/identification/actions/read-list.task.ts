// Runs in the sandbox: an uploaded list of schools as text.
import type { RunTask } from '../../platform/sandbox/index.ts'
import { readTable, type Sheet } from '../../platform/tables/index.ts'

export const runTask: RunTask<readonly Sheet[]> = bytes => readTable(bytes)
