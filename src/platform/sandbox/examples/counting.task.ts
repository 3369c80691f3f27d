import type { RunTask } from '../index.ts'

/** Tells every number up to the one that it is asked for. */
export const runTask: RunTask<{ last: number }, { at: number }> = (_bytes, input, tell) => {
  const { to } = input as { to: number }
  for (let at = 1; at <= to; at++) tell({ at })
  return { last: to }
}
