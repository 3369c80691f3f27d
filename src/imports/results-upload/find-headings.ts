import { createHash } from 'node:crypto'
import { eachRow } from '../../platform/tables/rows/each-row.ts'
import type { RowSource } from '../../platform/tables/rows/row.ts'
import { type Headings, headingsIn, plainHeading } from '../results/headings.ts'
import { type ColumnChoice, type ColumnMeaning, guessedColumns } from '../results/mapped-layout.ts'

export interface FoundHeadings {
  readonly printed: readonly string[]
  /** What the headings most likely are. */
  readonly guess: ColumnChoice
  /** How many of the first rows below have something in the column, and how many of those a number: never the values themselves. */
  readonly filled: readonly { readonly of: number; readonly filled: number; readonly numbers: number }[]
}

const lookedThrough = 60
const sampled = 20

/** Words of headings, and what a column under them may be. Looser than the layouts: a person confirms. */
const words: readonly (readonly [RegExp, ColumnMeaning | null])[] = [
  [/^(фио|ф и о|фамилия|имя|отчество|серия|номер паспорта|паспорт|снилс)( |$)/, 'personal'],
  [/(^| )(код|шифр|номер|логин|no).*(школы|оо|оу|организаци)|^(школа|оо|оу)$/, 'school'],
  [/(^| )(код|шифр|номер|no) (участник|обучающ|учени|работы|бланк)/, 'code'],
  [
    /^(количество|кол во|число) (участник|писавш|выполнявш|учеников|обучающ|уч ся)|^писали|^всего участ/,
    'participants',
  ],
  [/двоек|^2$|ниже (порога|минимума)|не преодолел|не справил|неудовлетв/, 'below'],
  [/отсутств/, 'absent'],
  [/средн.*(балл|первичн)/, 'mean'],
  [/тестов.*балл/, 'testScore'],
  [/(первичн|общий|итог|сумма|всего).*балл|^балл(ы)?$/, 'score'],
  [/(журнал|четверт|триместр|полугод|предыдущ)/, 'journal'],
  [/^(отметк|оценк)/, 'mark'],
  [/^(параллель|класс параллель)/, 'grade'],
  [/^класс/, 'class'],
  [/^предмет/, 'subject'],
  [/^(процедура|вид работы|экзамен)/, 'procedure'],
  [/^(учебный )?год/, 'year'],
  [/^(этап|волна|период)/, 'wave'],
  [/^вариант/, 'variant'],
  [/^(no|n) ?(п п)?$|^(муниципалитет|район|территория|регион|наименование|название|пол)( |$)/, null],
]

/**
 * The row of headings of a table that no layout knows: the one with the most columns that sound like something of ours. A row in which
 * nothing sounds so is not taken for headings: it may as well be a pupil, and pupils are not kept.
 *
 * @returns null when no row is surely one of headings
 * @example (await findHeadings({ bytes }))?.printed // ['Шифр ОУ', 'Кол-во уч-ся', …]
 */
export async function findHeadings(source: RowSource): Promise<FoundHeadings | null> {
  let best: Best | null = null
  let at = 0
  await eachRow(source, row => {
    if (++at > lookedThrough) return 'stop'
    const headings = headingsIn(row)
    const sounding = headings ? headings.plain.filter(plain => meaningOf(plain) !== undefined).length : 0
    if (headings && sounding >= soundingAtLeast && sounding > (best?.sounding ?? 0))
      best = { at, sounding, printed: headings.printed.map(text => text.slice(0, 200)), guess: guessOf(headings) }
    return undefined
  })
  const found = best as Best | null
  return found && { printed: found.printed, guess: found.guess, filled: await filledBelow(source, found) }
}

interface Best {
  readonly at: number
  readonly sounding: number
  readonly printed: readonly string[]
  readonly guess: ColumnChoice
}
const soundingAtLeast = 2

/** undefined: it does not sound like a heading; null: like one of a column that is not needed. */
const meaningOf = (plain: string) => words.find(([pattern]) => plain !== '' && pattern.test(plain))?.[1]

/** Each meaning once, under the first heading that sounds so; names and codes as often as they come. */
function guessOf(headings: Headings): ColumnChoice {
  const guess: Record<string, ColumnMeaning> = { ...guessedColumns(headings) }
  for (const [at, plain] of headings.plain.entries()) {
    const meaning = meaningOf(plain)
    const once = meaning !== 'personal' && meaning !== 'code'
    if (!meaning || headings.printed[at]! in guess || (once && Object.values(guess).includes(meaning))) continue
    guess[headings.printed[at]!] = meaning
  }
  return guess
}

async function filledBelow(
  source: RowSource,
  { at, printed }: { at: number; printed: readonly string[] },
): Promise<FoundHeadings['filled']> {
  const columns = printed.map(() => ({ of: 0, filled: 0, numbers: 0 }))
  let row = 0
  await eachRow(source, passing => {
    if (++row <= at) return undefined
    if (row > at + sampled) return 'stop'
    for (const [index, column] of columns.entries()) {
      column.of++
      if (passing.isBlank(index)) continue
      column.filled++
      if (passing.whole(index) >= 0) column.numbers++
    }
    return undefined
  })
  return columns
}

/** Tells tables with the same headings in the same order, however they are spaced. */
export function hashOfHeadings(printed: readonly string[]): string {
  return createHash('sha256').update(printed.map(plainHeading).join('\n')).digest('hex')
}
