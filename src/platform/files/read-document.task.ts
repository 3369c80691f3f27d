// Runs inside the sandbox: bytes in, document out.
import { readFile } from './index.ts'

export const runTask = (bytes: Uint8Array) => readFile(bytes)
