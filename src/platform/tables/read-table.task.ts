// Runs in the sandbox: an uploaded table as text.
import type { RunTask } from '../sandbox/index.ts'
import { readTable } from './read-table.ts'
import type { Sheet } from './sheet.ts'

export const runTask: RunTask<readonly Sheet[]> = bytes => readTable(bytes)
