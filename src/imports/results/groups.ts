import type { Row } from '../../platform/tables/rows/row.ts'
import { loginCode } from './layout.ts'

/**
 * The school that a group of an aggregate table is; regions and municipalities are groups as well and no school.
 * A login may stand alone or beside the name of the school; where schools are counted, a group of several is none.
 *
 * @returns null for a wider group, 'unknown' for one school without a code
 */
export function schoolOfGroup(row: Row, group: number, schools: number): string | null | 'unknown' {
  const counted = schools < 0 ? -1 : row.whole(schools)
  for (const at of [group, schools]) {
    if (at < 0) continue
    const text = row.text(at)
    const login = /(?:^|[^a-z])((?:sch|edu)\d{6})(?:\D|$)/i.exec(text)?.[1]
    if (login && loginCode.test(login)) return login.toLowerCase()
    if (at === group ? /^\d{4,9}$/.test(text) : counted === -2 && /^\d{4,9}$/.test(text)) return text
  }
  return counted === 1 ? 'unknown' : null
}
