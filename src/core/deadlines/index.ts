export type * from './contract.ts'
export { readDeadline } from './read-deadline.ts'
