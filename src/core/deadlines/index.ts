export type * from './contract.ts'
export { type FoundDate, findDate, findDates } from './find-dates.ts'
export { readDeadline } from './read-deadline.ts'
export { type FoundPeriod, readPeriod } from './read-period.ts'
