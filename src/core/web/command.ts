/** A command of `./opora`. Words after the name arrive as `args`. */
export interface Command {
  /** `order read` */
  readonly name: string
  readonly summary: { readonly ru: string; readonly en: string }
  /** A full line that works: `./opora order read приказ.docx --json` */
  readonly example: string
  /** @returns the exit code: 0 done, 1 the answer is "no" (defects found), 2 refused */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>
}

export interface CommandIo {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}
