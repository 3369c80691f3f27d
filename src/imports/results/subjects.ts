import { procedureNamed, subjectNamed } from '../../assessments/contract.ts'

/** Subjects as titles, sheets and names of files print them. The order matters: the first that fits is meant. */
const subjects: readonly (readonly [string, RegExp])[] = [
  ['математика (профильная)', /(?=.*математ)(?=.*профил)/],
  ['математика (базовая)', /(?=.*математ)(?=.*базов)/],
  ['математика', /математ|(^| )(ма|math)( |$|\d)/],
  ['русский язык', /русск|(^| )(ру|rus)( |$|\d)/],
  ['окружающий мир', /окружающ/],
  ['обществознание', /обществозн/],
  ['история', /истори/],
  ['биология', /биолог/],
  ['география', /географ/],
  ['физика', /физик/],
  ['химия', /хими/],
  ['информатика', /информат/],
  ['литература', /литератур/],
  ['английский язык', /английск/],
  ['немецкий язык', /немецк/],
  ['французский язык', /французск/],
  ['испанский язык', /испанск/],
  ['китайский язык', /китайск/],
  ['иностранный язык', /иностранн/],
]

/** The subject that a text names, in the kept words; null when it names none. @example subjectIn('02 - Математика профильная') */
export function subjectIn(text: string): string | null {
  const found = subjects.find(([, pattern]) => pattern.test(text))
  return found ? subjectNamed(found[0]) : null
}

const words = (text: string) => new Set(text.split(/\s+/).filter(word => word !== ''))

const subjectWords = words(`
  русский родной язык языки языка литература литературное чтение письмо математика алгебра геометрия вероятность статистика информатика икт и
  история россии всеобщая обществознание обществоведение география биология физика химия окружающий мир экология экономика право астрономия
  естествознание технология труд музыка изобразительное искусство мировая художественная культура физическая физкультура обж обзр основы
  безопасности жизнедеятельности защиты родины религиозных культур светской этики краеведение черчение
  английский немецкий французский испанский китайский итальянский иностранный второй устный устная часть письменный письменная
  башкирский татарский чувашский якутский осетинский чеченский удмуртский марийский бурятский
  базовая базовый базового профильная профильный профильного уровень уровня углубленная углубленное углубленный на с по изучение
  функциональная читательская математическая финансовая естественнонаучная креативное мышление глобальные компетенции грамотность
  метапредметная метапредметные комплексная диагностическая контрольная работа
  math mathematics maths russian language basic profile base
`)
const procedureWords = words(`
  впр огэ егэ гвэ нико рпр рдр икр дкр мцко ргк ис pisa pirls timss vpr oge ege
  всероссийская всероссийские проверочная проверочные региональная региональный муниципальная муниципальный итоговое итоговая собеседование
  сочинение изложение контрольная диагностическая диагностика мониторинг пробный пробная репетиционный экзамен работа работы исследование
  оценка качества образования по модели
`)

/**
 * A subject as a column of a table names it. Only words of the field pass: in a row that slipped sideways a name may stand here.
 *
 * @returns undefined for words that name no subject
 */
export function subjectInColumn(text: string): string | undefined {
  return consistsOf(text, subjectWords) ? subjectNamed(text) : undefined
}

/** A procedure as a column of a table names it; undefined for words that name none. */
export function procedureInColumn(text: string): string | undefined {
  return consistsOf(text, procedureWords) ? procedureNamed(text) : undefined
}

function consistsOf(text: string, known: ReadonlySet<string>): boolean {
  const found = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s(),.-]+/)
    .filter(word => word !== '')
  return found.length > 0 && found.length <= 8 && found.every(word => known.has(word))
}
