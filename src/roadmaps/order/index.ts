export type * from './contract.ts'
export { coverageOf } from './coverage.ts'
export { understandOrder } from './understand.ts'
