/**
 * A piece of work that may meet hostile bytes. Named by the module that does it, because the child loads that module itself:
 * the parent never runs its code, and the platform need not know the slice it comes from.
 */
export interface SandboxTask<Result> {
  /** For messages and logs: `read-order`. */
  readonly name: string
  /** Module that exports `runTask(bytes)`. Plain TypeScript, no TSX. */
  readonly module: URL
  /** Only for the compiler: what `runTask` resolves to, as JSON. */
  readonly result?: Result
}

/** What a task module exports. The result crosses a process border, so it must survive JSON. */
export type RunTask<Result> = (bytes: Uint8Array) => Promise<Result> | Result

/**
 * Names a task.
 * @example const readOrder = sandboxTask<SourceDocument>('read-order', new URL('./read-order.task.ts', import.meta.url))
 */
export function sandboxTask<Result>(name: string, module: URL): SandboxTask<Result> {
  return { name, module }
}

/** Messages between the two processes. */
export interface TaskMessage {
  readonly module: string
  readonly bytes: Uint8Array
}

export type AnswerMessage =
  | { readonly kind: 'done'; readonly json: string }
  | {
      readonly kind: 'refused'
      readonly refusal: { readonly kind: string; readonly code: string; readonly params: Record<string, string> }
    }
  | { readonly kind: 'failed'; readonly error: string }
