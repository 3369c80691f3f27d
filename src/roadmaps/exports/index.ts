export { documentLine, type RoadmapContent } from './content.ts'
export { roadmapDocx } from './docx.ts'
export { type CalendarLine, calendarIcs, linesByItem } from './ics.ts'
export { roadmapXlsx } from './xlsx.ts'
