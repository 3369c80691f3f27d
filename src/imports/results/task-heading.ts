/**
 * Code and highest points of a task, as its heading prints them.
 *
 * @example taskIn('5.1К2 (3б)') // { code: '5.1К2', max: 3 }
 * @example taskIn('балл за 2(1)') // { code: '2(1)', max: null }
 */
export function taskIn(heading: string): { readonly code: string; readonly max: number | null } {
  const plain = heading.replace(/\s+/g, ' ').trim()
  const withMax = /^(.*\S)\s*\(\s*(\d{1,2})\s*б\.?(?:алл\S*)?\s*\)$/i.exec(plain)
  const name = (withMax?.[1] ?? plain).replace(/^(балл за( задание)?|задание|task)[\s_]+/i, '').replace(/^№\s*/, '')
  return { code: name.slice(0, 12), max: withMax ? Number(withMax[2]) : null }
}
