import { RRuleTemporal } from 'rrule-temporal'
import type { IsoDate } from '../base/index.ts'

/** More than a plan of any length has: 50 years of weeks. */
const AT_MOST = 2_600

/**
 * The dates of an RFC 5545 rule, both ends included. The first date counts as DTSTART only where it fits the rule.
 *
 * @param rule without DTSTART and UNTIL: `FREQ=MONTHLY;BYMONTHDAY=25`
 * @example repeats('FREQ=MONTHLY;BYMONTHDAY=-1', '2024-01-31', '2024-03-31') // ['2024-01-31', '2024-02-29', '2024-03-31']
 */
export function repeats(rule: string, from: IsoDate, until: IsoDate): IsoDate[] {
  if (until < from) return []
  const day = (date: IsoDate) => date.replaceAll('-', '')
  const lines = `DTSTART;TZID=UTC:${day(from)}T000000\nRRULE:${rule};UNTIL=${day(until)}T000000Z`
  const found = new RRuleTemporal({ rruleString: lines }).all((_, i) => i < AT_MOST)
  return found.map(moment => moment.toString().slice(0, 10) as IsoDate).filter(date => date >= from && date <= until)
}
