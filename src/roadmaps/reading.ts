import type { UploadedFile } from '../core/web/index.ts'
import { inSandbox, sandboxTask } from '../platform/sandbox/index.ts'
import type { ReadOrder } from './read-order.task.ts'

/** A roadmap of 1,500 items takes a few seconds; a busy machine makes them more. */
const patienceMs = 30_000

const task = sandboxTask<ReadOrder>('read-order', new URL('./read-order.task.ts', import.meta.url))

/**
 * Reads and understands an order in a process of its own.
 * @throws Refusal `files/…` for a file that cannot be read
 */
export function readOrder(file: UploadedFile): Promise<ReadOrder> {
  return inSandbox(task, file.bytes, { timeMs: patienceMs })
}
