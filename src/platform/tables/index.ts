export { readTable, type Sheet } from './read-table.ts'
export { tablesTexts } from './texts.ts'
