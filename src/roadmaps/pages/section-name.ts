import { quietTitle } from '../model/index.ts'

/** A section as screens call it: its number, and its title without capitals. @example sectionName({ number: 'I', title: 'РАБОТА С КАДРАМИ' }) // 'I Работа с кадрами' */
export function sectionName(section: { readonly number: string | null; readonly title: string }): string {
  return [section.number, quietTitle(section.title)].filter(Boolean).join(' ')
}
