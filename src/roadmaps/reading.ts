import type { UploadedFile } from '../core/web/index.ts'
import { inSandbox, sandboxTask } from '../platform/sandbox/index.ts'
import type { ReadOrder } from './read-order.task.ts'

const task = sandboxTask<ReadOrder>('read-order', new URL('./read-order.task.ts', import.meta.url))

/**
 * Reads and understands an order in a process of its own.
 * @throws Refusal `files/…` for a file that cannot be read
 */
export function readOrder(file: UploadedFile): Promise<ReadOrder> {
  return inSandbox(task, file.bytes)
}
