export type * from './contract.ts'
export { coverageOf } from './coverage.ts'
export { lintOrder } from './lint/index.ts'
export { understandOrder } from './understand.ts'
