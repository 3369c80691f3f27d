import { createHash } from 'node:crypto'
import { Refusal } from '../../core/base/index.ts'
import type { UploadedFile } from '../../core/web/index.ts'
import { inSandbox, sandboxTask } from '../../platform/sandbox/index.ts'
import { uploadLimitMb } from './limits.ts'
import type { ReadAnswer, ReadInput, ReadPart } from './read-results.task.ts'

const task = sandboxTask<{ done: true }, ReadPart>('read-results', new URL('./read-results.task.ts', import.meta.url))
const caps = { timeMs: 150_000, memoryMb: 700, inputBytes: uploadLimitMb * 1024 * 1024 }

/**
 * Reads uploaded files one after another in a process that may be killed, and hands on what came of each as soon as it is known.
 *
 * @param onFiles told how many files there are once an archive has been opened: `more` of them than were thought
 * @param onAnswer called in the order of the files; the next file waits for it
 */
export async function readFiles(
  files: readonly UploadedFile[],
  input: Omit<ReadInput, 'fileName'>,
  { onFiles, onAnswer }: { onFiles: (more: number) => void; onAnswer: (answer: ReadAnswer) => Promise<void> },
): Promise<void> {
  for (const { fileName, bytes } of files) {
    let handedOn = Promise.resolve()
    try {
      await inSandbox(task, bytes, caps, {
        input: { ...input, fileName } satisfies ReadInput,
        onPart: part => {
          if ('files' in part) onFiles(part.files - 1)
          else handedOn = handedOn.then(() => onAnswer(part.answer))
        },
      })
      await handedOn
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await handedOn
      await onAnswer({
        fileName,
        hash: createHash('sha256').update(bytes).digest('hex'),
        layout: null,
        report: null,
        cells: null,
        headings: null,
        refusal: { code: error.code, params: error.params },
      })
    }
  }
}
