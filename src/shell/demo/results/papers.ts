/** A work that invented pupils write. */
export interface Paper {
  readonly procedure: 'ВПР' | 'ОГЭ' | 'ЕГЭ'
  readonly subject: string
  readonly grade: number
  /** Highest primary score; of ЕГЭ the test score. */
  readonly highest: number
  /** Lowest scores of «3», «4» and «5»; null: the work gives no marks. */
  readonly lowest: readonly [number, number, number] | null
  /** Whether the file prints the mark; else a scale gives it. */
  readonly printsMark: boolean
  /** Which part of the grade writes it. */
  readonly share: number
}

const vpr = (subject: string, rows: readonly (readonly [number, number, number, number, number])[]): Paper[] =>
  rows.map(([grade, three, four, five, highest]) => ({
    ...{ procedure: 'ВПР', subject, grade, highest, lowest: [three, four, five], printsMark: false, share: 1 },
  }))

/** The works of one year; invented, though near to real ones. */
export const papers: readonly Paper[] = [
  ...vpr('математика', [
    [4, 6, 10, 15, 20],
    [5, 7, 11, 15, 20],
    [6, 6, 10, 14, 16],
    [7, 7, 12, 16, 19],
    [8, 8, 15, 21, 25],
  ]),
  ...vpr('русский язык', [
    [4, 14, 24, 33, 38],
    [5, 18, 29, 39, 45],
    [6, 25, 35, 45, 51],
    [7, 22, 32, 42, 47],
    [8, 26, 32, 45, 51],
  ]),
  { procedure: 'ОГЭ', subject: 'математика', grade: 9, highest: 31, lowest: [8, 15, 22], printsMark: true, share: 1 },
  {
    procedure: 'ОГЭ',
    subject: 'русский язык',
    grade: 9,
    highest: 37,
    lowest: [15, 26, 32],
    printsMark: true,
    share: 1,
  },
  { procedure: 'ЕГЭ', subject: 'русский язык', grade: 11, highest: 100, lowest: null, printsMark: false, share: 1 },
  {
    procedure: 'ЕГЭ',
    subject: 'математика (профильная)',
    grade: 11,
    highest: 100,
    lowest: null,
    printsMark: false,
    share: 0.45,
  },
  {
    procedure: 'ЕГЭ',
    subject: 'математика (базовая)',
    grade: 11,
    highest: 21,
    lowest: [7, 12, 17],
    printsMark: true,
    share: 0.55,
  },
]

/** Highest points of the tasks of a work. */
export function tasksOf({ procedure, highest }: Paper): readonly number[] {
  if (procedure !== 'ВПР') return []
  const tasks: number[] = []
  const usual = highest > 30 ? [3, 4, 2, 5, 3, 4] : [1, 2, 1, 2, 3, 1]
  for (let left = highest; left > 0; left -= tasks.at(-1)!)
    tasks.push(Math.min(left, usual[tasks.length % usual.length]!))
  return tasks
}
