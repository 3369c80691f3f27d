import type { CellKey } from './cell.ts'
import { startKnownUnits } from './known-units.ts'

type Facts = Omit<CellKey, 'schoolCode' | 'class'>

/**
 * Keys of cells, each text once: a national file has millions of cells and few words. A *scope* is a school in one procedure, subject,
 * grade, year and wave; its cells are its classes, chained one to another.
 */
export function startKeys() {
  const schools = startWords()
  const classes = startWords()
  const facts = startWords()
  const factSets: Facts[] = []
  const scopes = startKnownUnits()
  let scopeCount = 0
  let [schoolOf, factsOf, lastCellOf] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)]
  let [scopeOf, classOf, cellBefore] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)]

  const factsNumber = (key: CellKey): number => {
    const { procedure, subject, grade, year, wave } = key
    const number = facts.number(`${procedure}\n${subject}\n${grade}\n${year}\n${wave}`)
    if (number === factSets.length) factSets.push({ procedure, subject, grade, year, wave })
    return number
  }

  const scopeOfKey = (key: CellKey): number => {
    const [school, about] = [schools.number(key.schoolCode), factsNumber(key)]
    const known = scopes.find(school, about)
    if (known >= 0) return known
    const scope = scopeCount++
    if (scope >= schoolOf.length)
      [schoolOf, factsOf, lastCellOf] = [doubled(schoolOf), doubled(factsOf), doubled(lastCellOf)]
    schoolOf[scope] = school
    factsOf[scope] = about
    lastCellOf[scope] = -1
    scopes.add(school, about, scope)
    return scope
  }

  return {
    /** The cell of a key; the next free number when it is new. */
    place(key: CellKey, free: number): number {
      const scope = scopeOfKey(key)
      const cls = classes.number(key.class)
      for (let cell = lastCellOf[scope]!; cell >= 0; cell = cellBefore[cell]!) if (classOf[cell] === cls) return cell
      if (free >= scopeOf.length)
        [scopeOf, classOf, cellBefore] = [doubled(scopeOf), doubled(classOf), doubled(cellBefore)]
      scopeOf[free] = scope
      classOf[free] = cls
      cellBefore[free] = lastCellOf[scope]!
      lastCellOf[scope] = free
      return free
    },
    at(cell: number): CellKey {
      const scope = scopeOf[cell]!
      return {
        schoolCode: schools.word(schoolOf[scope]!),
        ...factSets[factsOf[scope]!]!,
        class: classes.word(classOf[cell]!),
      }
    },
    scopeOf: (cell: number): number => scopeOf[cell]!,
  }
}

function startWords() {
  const numbers = new Map<string, number>()
  const words: string[] = []
  return {
    number(word: string): number {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, words.length)
      return words.push(word) - 1
    },
    word: (number: number): string => words[number]!,
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2)
  larger.set(column)
  return larger
}
