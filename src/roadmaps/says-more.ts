const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const wordedDate = new RegExp(String.raw`(\d{1,2})\s+(${months.join('|')})\s+(\d{4})`, 'g')

/**
 * Whether the reading of a deadline tells anything that its printed words do not.
 * @example saysMore('До 22 мая 2026 г.', 'до 22.05.2026') // false
 * @example saysMore('до 22 мая', 'до 22.05.2026') // true
 */
export function saysMore(printed: string, reading: string): boolean {
  return reading !== '' && plain(printed) !== plain(reading)
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/(\d{4})\s*(?:года|году|год|г)(?![а-я])\.?/g, '$1')
    .replaceAll(
      wordedDate,
      (_, day: string, month: string, year: string) => `${day}.${months.indexOf(month) + 1}.${year}`,
    )
    .replaceAll(/(?<!\d)0(?=\d\.)/g, '')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\s.;,:]+$/g, '')
    .trim()
}
