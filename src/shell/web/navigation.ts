import type { Lang } from '../../core/base/index.ts'
import type { NavigationEntry } from '../../core/web/index.ts'

export interface ShownEntry {
  readonly href: string
  readonly text: string
  readonly current: boolean
}
export type ShownNavigation = readonly {
  readonly group: NavigationEntry['group']
  readonly entries: readonly ShownEntry[]
}[]

const order: readonly NavigationEntry['group'][] = ['work', 'registers', 'administration']

/**
 * The navigation of one reader: only what the seat may use, in groups, the place of the page marked.
 *
 * @param path address of the page without its query
 */
export function navigationFor(
  entries: readonly NavigationEntry[],
  may: (permission: string) => boolean,
  path: string,
  lang: Lang,
): ShownNavigation {
  const open = entries.filter(entry => may(entry.permission))
  const current = open
    .filter(entry => path === entry.href || path.startsWith(`${entry.href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0]
  return order
    .map(group => ({
      group,
      entries: open
        .filter(entry => entry.group === group)
        .map(entry => ({ href: entry.href, text: entry.text[lang], current: entry === current })),
    }))
    .filter(({ entries: shown }) => shown.length > 0)
}
