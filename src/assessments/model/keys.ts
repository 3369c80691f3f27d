import type { CellKey } from './cell.ts'
import { mixed } from './known-units.ts'

/** Keys of cells, each text once: a national file has millions of cells and few words. */
export function startKeys() {
  const schools = startWords()
  const classes = startWords()
  const facts = startWords()
  const factsByText = new Map<string, Omit<CellKey, 'schoolCode' | 'class'>>()
  const parts: Uint32Array[] = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)]

  const factsOf = (key: CellKey): string => {
    const { procedure, subject, grade, year, wave } = key
    const text = JSON.stringify([procedure, subject, grade, year, wave])
    if (!factsByText.has(text)) factsByText.set(text, { procedure, subject, grade, year, wave })
    return text
  }

  return {
    /** Two halves of a hash of the whole key. */
    hashesOf(key: CellKey): readonly [high: number, low: number] {
      const school = schools.number(key.schoolCode)
      const own = mixed(facts.number(factsOf(key)), classes.number(key.class))
      return [mixed(mixed(school, own), 0x5ca1ab1e), mixed(mixed(own, school), 0x0ddba11)]
    },
    put(cell: number, key: CellKey): void {
      if (cell >= parts[0]!.length)
        for (const [at, part] of parts.entries()) {
          parts[at] = new Uint32Array(part.length * 2)
          parts[at].set(part)
        }
      parts[0]![cell] = schools.number(key.schoolCode)
      parts[1]![cell] = classes.number(key.class)
      parts[2]![cell] = facts.number(factsOf(key))
    },
    at(cell: number): CellKey {
      return {
        schoolCode: schools.word(parts[0]![cell]!),
        ...factsByText.get(facts.word(parts[2]![cell]!))!,
        class: classes.word(parts[1]![cell]!),
      }
    },
    scopeOf: (cell: number): number => mixed(parts[0]![cell]!, parts[2]![cell]!),
  }
}

function startWords() {
  const numbers = new Map<string, number>()
  const words: string[] = []
  return {
    number(word: string): number {
      const known = numbers.get(word) ?? words.push(word) - 1
      numbers.set(word, known)
      return known
    },
    word: (number: number): string => words[number]!,
  }
}
