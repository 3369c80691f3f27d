import type { Seat } from '../core/base/index.ts'

const everybody: readonly Seat[] = [
  'regional-coordinator',
  'municipal-coordinator',
  'methodologist',
  'curator',
  'school-head',
  'auditor',
  'administrator',
]
const coordinators: readonly Seat[] = ['regional-coordinator', 'municipal-coordinator']
const office: readonly Seat[] = [...coordinators, 'methodologist', 'auditor']

const withoutAdministrator: readonly Seat[] = everybody.filter(seat => seat !== 'administrator')

/**
 * Which seat may do what. Rows of other territories are kept away by row security, not here: this table says what a seat
 * does inside its own scope. A new permission is a new line.
 */
export const permissions = {
  /** Territories, organisations, schools, people and positions. */
  'register.read': everybody,
  'register.write': [...coordinators, 'administrator'],
  /** Municipalities are made and closed by the region; row security holds that too. */
  'territory.write': ['regional-coordinator', 'administrator'],
  /** Accounts, passwords, seats. */
  'accounts.manage': ['administrator'],
  /** The change log as a whole; the history of one thing comes with the right to read the thing. */
  'audit.read': ['regional-coordinator', 'municipal-coordinator', 'auditor', 'administrator'],
  /** Incoming orders and what was understood of them. */
  'orders.read': office,
  'orders.edit': [...coordinators, 'methodologist'],
  'orders.approve': coordinators,
  'roadmaps.read': [
    'regional-coordinator',
    'municipal-coordinator',
    'methodologist',
    'curator',
    'school-head',
    'auditor',
  ],
  'roadmaps.edit': coordinators,
  /** Methodologies of lists: everybody may read by which rule a school is judged. */
  'methodologies.read': withoutAdministrator,
  'methodologies.edit': ['regional-coordinator', 'methodologist'],
  'methodologies.approve': ['regional-coordinator'],
  /** A school sees its own lines only; row security holds that. */
  'lists.read': withoutAdministrator,
  /** Whole lists and runs; a school has its own page instead. */
  'runs.read': withoutAdministrator.filter(seat => seat !== 'school-head'),
  /** Runs and lists made of them: always over the whole region, or means of the region would be wrong. */
  'lists.propose': ['regional-coordinator', 'methodologist'],
  /** Including and excluding schools: a municipality decides on its own ones. */
  'lists.decide': coordinators,
  'lists.approve': ['regional-coordinator'],
  'lists.answer': ['school-head'],
  /** The directory of executors: who «КОиН» is. */
  'parties.edit': [...coordinators, 'methodologist'],
  /** Results of schools, as counts; row security keeps a school to its own. */
  'results.read': [
    'regional-coordinator',
    'municipal-coordinator',
    'methodologist',
    'curator',
    'school-head',
    'auditor',
  ],
  'results.write': [...coordinators, 'methodologist'],
  /** From which score on which mark, where the region sets it. */
  'scales.edit': ['regional-coordinator'],
} as const satisfies Record<string, readonly Seat[]>

export type Permission = keyof typeof permissions

/**
 * Whether a seat may use something.
 *
 * @param permission a line of the table; an unknown one is a bug (plain Error), so that a typing mistake cannot open a door
 * @example mayUse('auditor', 'roadmaps.edit') // false
 */
export function mayUse(seat: Seat, permission: string): boolean {
  const allowed: readonly Seat[] | undefined = Object.hasOwn(permissions, permission)
    ? permissions[permission as Permission]
    : undefined
  if (!allowed) throw new Error(`no such permission: ${permission}`)
  return allowed.includes(seat)
}
