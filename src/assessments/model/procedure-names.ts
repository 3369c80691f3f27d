const procedures: Readonly<Record<string, string>> = {
  vpr: 'ВПР',
  впр: 'ВПР',
  oge: 'ОГЭ',
  огэ: 'ОГЭ',
  ege: 'ЕГЭ',
  егэ: 'ЕГЭ',
}
const gradeOf: Readonly<Record<string, number>> = { ОГЭ: 9, ЕГЭ: 11 }

const subjects: readonly (readonly [string, RegExp])[] = [
  ['математика (профильная)', /(?=.*(математ|math))(?=.*(проф|prof))/],
  ['математика (базовая)', /(?=.*(математ|math))(?=.*(баз|bas))/],
  ['математика', /^(математика|math(ematics|s)?)$/],
  ['русский язык', /^(русский( язык)?|russian( language)?)$/],
]

/** One word for one thing: `VPR`, `впр` → «ВПР»; another name stays as it is. @example procedureNamed('oge') // 'ОГЭ' */
export function procedureNamed(text: string): string {
  return procedures[text.trim().toLowerCase()] ?? text.trim()
}

/** «Математика профильного уровня» → «математика (профильная)»; another subject in lower case. */
export function subjectNamed(text: string): string {
  const plain = text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')
  return subjects.find(([, pattern]) => pattern.test(plain))?.[0] ?? plain
}

/** The grade of a procedure that is held in one grade only, when the cell is empty: ОГЭ 9, ЕГЭ 11. */
export function usualGrade(procedure: string): number | null {
  return gradeOf[procedure] ?? null
}

/** ЕГЭ gives test scores and no marks; base mathematics is the exception, and there marks are known. */
export function givesNoMarks(procedure: string): boolean {
  return procedure === 'ЕГЭ'
}

/** Data of a methodology with every `procedure`, `procedures` and `subject` under the words that the product keeps. */
export function inKeptWords(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(inKeptWords)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, keptWord(key, value)]))
}

function keptWord(key: string, value: unknown): unknown {
  if (key === 'procedure' && typeof value === 'string') return procedureNamed(value)
  if (key === 'subject' && typeof value === 'string') return subjectNamed(value)
  if (key === 'procedures' && Array.isArray(value))
    return value.map(each => (typeof each === 'string' ? procedureNamed(each) : inKeptWords(each)))
  return inKeptWords(value)
}
