export { readTable } from './read-table.ts'
export type { Sheet } from './sheet.ts'
export { tablesTexts } from './texts.ts'
