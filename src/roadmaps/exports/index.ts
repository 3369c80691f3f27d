export { documentLine, type RoadmapContent } from './content.ts'
export { roadmapDocx } from './docx.ts'
export { type CalendarLine, calendarIcs } from './ics.ts'
export { roadmapXlsx } from './xlsx.ts'
