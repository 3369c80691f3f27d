/**
 * On Ctrl+C or a request to end, runs `stop` once (close the server first, the database last) and then ends the process.
 * @returns a function that takes the listening back
 */
export function stopOnSignals(stop: () => Promise<void>): () => void {
  let asked = false
  const listener = (signal: NodeJS.Signals) => {
    if (asked) return
    asked = true
    stop().then(
      () => process.exit(signal === 'SIGINT' ? 130 : 143),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', listener).on('SIGTERM', listener)
  return () => {
    process.off('SIGINT', listener).off('SIGTERM', listener)
  }
}
