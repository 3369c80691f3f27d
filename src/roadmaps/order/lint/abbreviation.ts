import type { SourceDocument } from '../../../core/document-model/index.ts'
import { cyrillic, plainText, unspaced } from '../../../core/russian/index.ts'
import { findAbbreviations } from '../document/abbreviations.ts'
import { leavesOf } from '../document/lines.ts'
import { commandIn, isCommand } from '../document/zones.ts'
import { type Lint, told } from './finding.ts'

/** Everybody in a school knows these; legal forms of institutions are part of their names. */
const known = new Set(
  'РФ ФЗ СССР РСФСР ЕГЭ ОГЭ ГИА ВПР РПР НИКО ФГОС ФОП ОВЗ ООП АООП ОО ОУ ДОУ СМИ ИКТ ИТ ФИО ИНН ОКТМО МБОУ МОУ МКОУ МАОУ ГБОУ ГКОУ ГАОУ МБУ МКУ МАУ ГБУ ГАУ ГКУ ДПО СОШ ООШ НОШ ШНОР ШНСУ ИОМ ГМО РМО ШМО МО ОД УВР УМР УР ВР НМР КДН ЗП ПМПК ВСОКО МСОКО ВУЗ СПО РЦОИ ФИОКО ОРКСЭ ЮИД'.split(
    ' ',
  ),
)
const token =
  /(?<![\p{L}\d-])(?:\p{Lu}{2,7}|\p{Lu}{1,4}[ио]\p{Lu}{1,4}|\p{Lu}{2,4}\p{Ll}{1,2}\p{Lu}{0,2})(?![\p{L}\d])/gu

/** Abbreviations of bodies that the document uses and never expands, all in one finding. */
export const abbreviation: Lint = ({ order }, source) => {
  const texts = textsOf(source)
  const abbreviations = findAbbreviations(texts, order.document.authority)
  const expanded = new Set([...abbreviations.keys()].flatMap(key => key.split(/\s/)))
  const bracketed = new Set(
    texts.flatMap(text =>
      [...text.matchAll(/\(([^()]{2,60})\)/g)].flatMap(match => (match[1] ?? '').split(/[\s–—-]+/)),
    ),
  )
  const found = new Map<string, string>()
  for (const [short, place] of usedIn(source)) {
    if (!known.has(short) && !expanded.has(short) && !bracketed.has(short) && !found.has(short)) found.set(short, place)
  }
  if (found.size === 0) return []
  const message = told('abbreviation', { list: [...found.keys()].join(', ') })
  return [
    {
      code: 'abbreviation',
      severity: 'info',
      where: told('where.document'),
      places: [...new Set(found.values())],
      message,
    },
  ]
}

function textsOf(source: SourceDocument): string[] {
  return leavesOf(source.blocks).map(leaf => plainText(unspaced(leaf.text)))
}

/** Abbreviations in lines that are not printed in capitals throughout. */
function usedIn(source: SourceDocument): [string, string][] {
  return leavesOf(source.blocks).flatMap((leaf): [string, string][] => {
    if (!/\p{Lu}[\p{Lu}ио]/u.test(leaf.text)) return []
    const plain = cyrillic(plainText(unspaced(leaf.text)))
    const command = isCommand(plain) ? commandIn(plain) : null
    const text = plain
      .replace(command ?? '', ' ')
      .replace(/[«"][^«»"]{0,200}[»"]/g, quoted => (quoted === quoted.toUpperCase() ? ' ' : quoted))
    const isParagraph = !leaf.place.id.includes('.')
    const isShout = text === text.toUpperCase() && (isParagraph || text.length > 12)
    return isShout
      ? []
      : [...text.matchAll(token)]
          .filter(match => !/^[XVIСХМ]+$/.test(match[0]))
          .map((match): [string, string] => [match[0], leaf.place.id])
  })
}
