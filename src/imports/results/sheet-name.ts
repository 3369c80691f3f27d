import { factsIn } from './facts.ts'

const usual =
  /^(лист|sheet|протокол|классы|класс|результаты|таблица|данные|статистика|сравнение|участники|шаблон|results|counts|participants)[ _]?\d{0,3}( .*)?$/i

/** The name of a sheet when it is one of the usual ones or names a procedure, subject or grade; otherwise nothing: people name sheets after people. */
export function sheetNameShown(name: string): string {
  const plain = name.trim()
  const first = usual.exec(plain)
  if (first && !first[2]) return plain
  const { procedure, subject, grade, year } = factsIn(plain)
  return [procedure, subject, grade, year].filter(found => found !== undefined).join(', ')
}
