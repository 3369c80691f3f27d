import { inSandbox, sandboxTask } from '../sandbox/index.ts'
import type { Sheet } from './sheet.ts'

const task = sandboxTask<readonly Sheet[]>('read-table', new URL('./read-table.task.ts', import.meta.url))

/**
 * Reads a table that somebody uploaded, in a process of its own: nobody trusts the bytes.
 *
 * @throws what `readTable` and the sandbox refuse
 * @example (await uploadedTable(file.bytes))[0]?.rows[0] // ['Наименование', 'ИНН']
 */
export function uploadedTable(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return inSandbox(task, bytes)
}
