// The other process. Waits for one task at a time, answers, and goes when the parent goes.
import { Refusal } from '../../core/base/index.ts'
import type { AnswerMessage, RunTask, TaskMessage } from './task.ts'

process.on('disconnect', () => process.exit(0))
process.on('message', (message: TaskMessage) => {
  void answer(message).then(reply => process.send?.(reply))
})

async function answer({ module, bytes, path, input }: TaskMessage): Promise<AnswerMessage> {
  const tell = (part: unknown) => process.send?.({ kind: 'part', json: JSON.stringify(part) } satisfies AnswerMessage)
  try {
    const { runTask } = (await import(module)) as { runTask: RunTask<unknown, unknown> }
    return { kind: 'done', json: JSON.stringify(await runTask(bytes, input, tell, path)) }
  } catch (error) {
    if (error instanceof Refusal) {
      return {
        kind: 'refused',
        refusal: { kind: error.kind, code: error.code, params: error.params as Record<string, string> },
      }
    }
    return { kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
