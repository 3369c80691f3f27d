/**
 * A piece of work that may meet hostile bytes. Named by the module that does it, because the child loads that module itself:
 * the parent never runs its code, and the platform need not know the slice it comes from.
 */
export interface SandboxTask<Result, Part = never> {
  /** For messages and logs: `read-order`. */
  readonly name: string
  /** Module that exports `runTask(bytes)`. Plain TypeScript, no TSX. */
  readonly module: URL
  /** Only for the compiler: what `runTask` resolves to, as JSON. */
  readonly result?: Result
  /** Only for the compiler: what `runTask` tells while it works, as JSON. */
  readonly part?: Part
}

/**
 * What a task module exports. Input, result and parts cross a process border, so they must survive JSON.
 * A task that works through many things tells each as a part as soon as it is done: the parent need not wait for all.
 */
export type RunTask<Result, Part = never> = (
  bytes: Uint8Array,
  input: unknown,
  tell: (part: Part) => void,
  /** The file that was handed over by its path instead of `bytes`. */
  path: string | null,
) => Promise<Result> | Result

/**
 * Names a task.
 * @example const readOrder = sandboxTask<SourceDocument>('read-order', new URL('./read-order.task.ts', import.meta.url))
 */
export function sandboxTask<Result, Part = never>(name: string, module: URL): SandboxTask<Result, Part> {
  return { name, module }
}

/** Messages between the two processes. */
export interface TaskMessage {
  readonly module: string
  readonly bytes: Uint8Array
  readonly path: string | null
  readonly input: unknown
}

export type AnswerMessage =
  | { readonly kind: 'part'; readonly json: string }
  | { readonly kind: 'done'; readonly json: string }
  | {
      readonly kind: 'refused'
      readonly refusal: { readonly kind: string; readonly code: string; readonly params: Record<string, string> }
    }
  | { readonly kind: 'failed'; readonly error: string }
