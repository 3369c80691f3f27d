// Invented protocols of participants for the bench of reading: 25 columns, with planted defects whose counts are known exactly.
import fs from 'node:fs'
import { aWorkbook } from '../src/platform/tables/rows/xlsx/testing.ts'

/** How many rows of each kind a file holds. A row has at most one defect. */
export interface Planted {
  rows: number
  accepted: number
  absent: number
  withoutResult: number
  notWhole: number
  scoreAboveMax: number
  taskAboveMax: number
  repeated: number
  /** Accepted, but the total is not the sum of the tasks. */
  totalDiffers: number
  /** Accepted rows of schools that the register does not know. */
  ofUnknownSchools: number
  cells: number
  /** Sum of the primary scores of accepted rows, and of what their tasks earned. */
  points: number
  taskPoints: number
}

export const taskMaxima = [1, 1, 2, 1, 2, 1, 1, 2, 2, 1, 3, 2]
export const highestScore = taskMaxima.reduce((sum, max) => sum + max, 0)
export const headings = [
  'Код школы',
  'Год',
  'Процедура',
  'Предмет',
  'Параллель',
  'Этап',
  'Класс',
  'Код участника',
  'Пол',
  'Вариант',
  'Отметка в журнале',
  'Первичный балл',
  'Отметка',
  ...taskMaxima.map((max, at) => `${at + 1} (${max}б)`),
]

const subjects = ['Русский язык', 'Математика', 'Окружающий мир', 'История', 'Биология', 'География', 'Физика']
const letters = ['А', 'Б', 'В']
const classSize = 25
const schoolsInRegister = 40_000
/** The register of the bench: the product keeps its own, and asks it of cells, not of rows. */
export const isInRegister = (code: string) => code.startsWith('sch')

/** Numbers that look random and are the same every time. */
export function startChance(seed = 20_261_122): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** One class after another, as programs of protocols write them; told row by row as the fields of the row. */
export function eachInventedRow(
  rows: number,
  told: (unit: readonly string[], person: readonly (string | number)[]) => void,
): Planted {
  const chance = startChance()
  const planted: Planted = {
    rows,
    accepted: 0,
    absent: 0,
    withoutResult: 0,
    notWhole: 0,
    scoreAboveMax: 0,
    taskAboveMax: 0,
    repeated: 0,
    totalDiffers: 0,
    ofUnknownSchools: 0,
    cells: 0,
    points: 0,
    taskPoints: 0,
  }
  const [code, gender, variant, journal, score, mark, tasks] = [0, 1, 2, 3, 4, 5, 6]
  const person = new Array<string | number>(tasks + taskMaxima.length)
  let left = rows
  for (let at = 0; left > 0; at++) {
    const unitAt = at % (subjects.length * letters.length)
    const schoolAt = Math.floor(at / (subjects.length * letters.length))
    const isUnknown = schoolAt % 200 === 199
    const letter = Math.floor(unitAt / subjects.length)
    const grade = 4 + (schoolAt % 5)
    const unit = [
      `${isUnknown ? 'x' : 'sch'}${100_000 + (schoolAt % schoolsInRegister)}`,
      String(2020 + Math.floor(schoolAt / schoolsInRegister)),
      'ВПР',
      subjects[unitAt % subjects.length]!,
      String(grade),
      'весна',
      `${grade}${letters[letter]}`,
    ]
    const size = Math.min(left, classSize)
    let accepted = 0
    let lastAccepted = 0
    for (let one = 0; one < size; one++) {
      let total = 0
      for (let task = 0; task < taskMaxima.length; task++) {
        const points = chance(taskMaxima[task]! + 1)
        person[tasks + task] = points
        total += points
      }
      person[code] = 10_000 + letter * 100 + one
      person[gender] = one % 2 ? 'ж' : 'м'
      person[variant] = 1 + (one % 4)
      person[journal] = 2 + chance(4)
      person[score] = total
      person[mark] = total < 7 ? 2 : total < 12 ? 3 : total < 16 ? 4 : 5
      const defect = chance(1000)
      if (defect < 2 && accepted > 0) {
        person[code] = lastAccepted
        planted.repeated++
      } else if (defect >= 990) {
        for (let field = score; field < person.length; field++) person[field] = ''
        person[score] = 'отсутствовал'
        planted.absent++
      } else if (defect >= 986) {
        for (let field = score; field < person.length; field++) person[field] = ''
        planted.withoutResult++
      } else if (defect === 985) {
        person[score] = `${total}б`
        planted.notWhole++
      } else if (defect === 984) {
        person[score] = highestScore + 1 + chance(9)
        planted.scoreAboveMax++
      } else if (defect === 983) {
        person[tasks + chance(taskMaxima.length)] = 4
        planted.taskAboveMax++
      } else {
        planted.taskPoints += total
        if (defect === 982 && total > 0) {
          total--
          person[score] = total
          planted.totalDiffers++
        }
        accepted++
        lastAccepted = person[code]
        planted.points += total
      }
      told(unit, person)
    }
    planted.accepted += accepted
    if (isUnknown) planted.ofUnknownSchools += accepted
    planted.cells++
    left -= size
  }
  return planted
}

export function writeCsv(file: string, rows: number): Planted {
  const out = fs.openSync(file, 'w')
  const lines: string[] = [`\uFEFF${headings.join(';')}`]
  const flush = () => {
    fs.writeSync(out, `${lines.join('\r\n')}\r\n`)
    lines.length = 0
  }
  let prefixOf: readonly string[] = []
  let prefix = ''
  const planted = eachInventedRow(rows, (unit, person) => {
    if (unit !== prefixOf) {
      prefixOf = unit
      prefix = unit.join(';')
    }
    lines.push(`${prefix};${person.join(';')}`)
    if (lines.length === 20_000) flush()
  })
  if (lines.length > 0) flush()
  fs.closeSync(out)
  return planted
}

/** The same rows as a workbook, as Excel would keep them: texts shared, numbers as numbers, one sheet. */
export function writeWorkbook(file: string, rows: number): Planted {
  const texts = new Map<string, number>()
  const lines: string[] = []
  const add = (fields: readonly (string | number)[]) => {
    const number = lines.length + 1
    const cells = fields.map((field, at) => {
      const place = `${String.fromCharCode(65 + at)}${number}`
      if (field === '') return ''
      if (typeof field === 'number') return `<c r="${place}"><v>${field}</v></c>`
      const text = texts.get(field) ?? texts.set(field, texts.size).get(field)
      return `<c r="${place}" t="s"><v>${text}</v></c>`
    })
    lines.push(`<row r="${number}" spans="1:${fields.length}">${cells.join('')}</row>`)
  }
  add(headings)
  const planted = eachInventedRow(rows, (unit, person) =>
    add([...unit.map((field, at) => (at === 1 || at === 4 ? Number(field) : field)), ...person]),
  )
  const shared = [...texts.keys()].map(text => `<si><t>${text}</t></si>`).join('')
  fs.writeFileSync(file, aWorkbook({ sheets: { Протокол: lines.join('') }, shared }))
  return planted
}
