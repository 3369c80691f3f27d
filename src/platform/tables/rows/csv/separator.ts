/** The separators of tables; semicolon first, because in Russian files a comma is a decimal mark. */
const marks = [';', '\t', ','] as const
const sampleLines = 50

/**
 * Tells the separator from the beginning of a file. Titles above the heading and rare lines do not matter: the middle one of the
 * first fifty lines is asked. A comma wins only where it stands clearly more often, since decimals bring commas of their own.
 *
 * @param skip length of a first line like `sep=;`, which some programs write for others and which is no row
 */
export function tellSeparator(text: string): { separator: string; skip: number } {
  const declared = /^sep=([;,\t|])\r?\n/i.exec(text)
  if (declared) return { separator: declared[1]!, skip: declared[0].length }
  const lines = text.replace(/"[^"]*"/g, 'q').split(/\r\n|\r|\n/)
  const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).filter(line => line.trim() !== '').slice(0, sampleLines)
  const [semicolons, tabs, commas] = marks.map(mark => {
    const counts = whole.map(line => line.split(mark).length - 1).sort((a, b) => a - b)
    return counts[counts.length >> 1] ?? 0
  }) as [number, number, number]
  const best = tabs > semicolons ? tabs : semicolons
  if (commas > 2 * best + 1 || (best === 0 && commas > 0)) return { separator: ',', skip: 0 }
  return { separator: tabs > semicolons ? '\t' : ';', skip: 0 }
}
