/** A line of a text file with its number from 1. */
export interface Line {
  readonly number: number
  readonly page: number
  readonly text: string
}

/** Lines of a text; a form feed begins a new page and counts as an empty line. `page` is 1 throughout when there is none. */
export function linesOf(text: string): Line[] {
  let page = 1
  const lines: Line[] = []
  let number = 0
  for (const printed of text.split('\n')) {
    number++
    const pieces = printed.split('\f')
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        page++
        lines.push({ number, page, text: '' })
      }
      lines.push({ number, page, text: piece })
    }
  }
  return lines
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}
