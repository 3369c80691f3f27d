// The same checks, the same duplicates and the same cells in SQL: what DuckDB needs for them is what Opora is measured against.
//   node scripts/with-node.mjs bench/ingest.ts starts this in a process of its own; prints one line of JSON
import { DuckDBInstance } from '@duckdb/node-api'
import { highestScore, taskMaxima } from './ingest-file.ts'

const file = process.argv[2]!
const began = process.cpuUsage()
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const tasks = taskMaxima.map((_, at) => `task${at + 1}`)
const columns = 'school,year,procedure,subject,grade,wave,class,code,gender,variant,journal,score,mark'.split(',')
const scope = 'school, year, procedure, subject, grade, wave'
const cell = `${scope}, class`
const absent = `('отсутствовал', 'отсутствовала', 'н')`

// Everything as text first, because a bad value must be found and not stop the file; each field is then tried as a number once.
await connection.run(`
  CREATE TABLE rows AS
  SELECT * EXCLUDE printed, CASE
      WHEN ${tasks.map((task, at) => `coalesce(${task} > ${taskMaxima[at]}, false)`).join(' OR ')} THEN 'taskAboveMax'
      WHEN printed IN ${absent} THEN 'absent'
      WHEN printed IS NULL AND mark IS NULL AND coalesce(${tasks.join(', ')}) IS NULL THEN 'withoutResult'
      WHEN score IS NULL THEN 'notWhole'
      WHEN mark NOT BETWEEN 2 AND 5 THEN 'badMark'
      WHEN score > ${highestScore} THEN 'scoreAboveMax'
      ELSE 'good' END AS state
  FROM (
    SELECT school, procedure, subject, wave, class, code, try_cast(year AS USMALLINT) AS year, try_cast(grade AS UTINYINT) AS grade,
      try_cast(journal AS UTINYINT) AS journal, try_cast(mark AS UTINYINT) AS mark, score AS printed, try_cast(score AS UTINYINT) AS score,
      ${tasks.map(task => `try_cast(${task} AS UTINYINT) AS ${task}`).join(', ')}
    FROM read_csv('${file}', delim = ';', header = true, quote = '"', auto_detect = false,
      columns = {${[...columns, ...tasks].map(name => `${name}: 'VARCHAR'`).join(', ')}}))`)
// Only codes that come twice are looked at again: numbering all rows inside their codes took two and a half times as long.
await connection.run(`
  CREATE TABLE twice AS
  SELECT ${scope}, code, min(rowid) AS first FROM rows WHERE state IN ('good', 'absent') GROUP BY ALL HAVING count(*) > 1`)
await connection.run(`
  UPDATE rows SET state = 'repeated' FROM twice
  WHERE rows.state IN ('good', 'absent') AND rows.rowid > twice.first
    AND ${[...scope.split(', '), 'code'].map(name => `rows.${name} = twice.${name}`).join(' AND ')}`)
await connection.run(`
  CREATE TABLE cells AS
  SELECT ${cell}, count(*) FILTER (state = 'good') AS participants, count(*) FILTER (state = 'absent') AS absent,
    ${[0, 2, 3, 4, 5].map(mark => `count(*) FILTER (mark IS NOT DISTINCT FROM ${mark || 'NULL'}) AS marks${mark}`).join(', ')},
    ${tasks.map(task => `sum(${task}) AS sum_${task}, count(${task}) AS done_${task}`).join(', ')}
  FROM rows WHERE state IN ('good', 'absent') GROUP BY ALL`)
await connection.run(`
  CREATE TABLE scores AS SELECT ${cell}, journal, score, count(*) AS participants FROM rows WHERE state = 'good' GROUP BY ALL`)
const [found] = (
  await connection.runAndReadAll(`
    SELECT (SELECT sum(participants) FROM cells)::INT AS accepted, (SELECT sum(absent) FROM cells)::INT AS absent,
      ${['withoutResult', 'notWhole', 'scoreAboveMax', 'taskAboveMax', 'repeated'].map(state => `count(*) FILTER (state = '${state}')::INT AS "${state}"`).join(', ')},
      count(*) FILTER (state = 'good' AND ${tasks.join(' + ')} <> score)::INT AS "totalDiffers",
      (SELECT sum(participants) FROM cells WHERE school NOT LIKE 'sch%')::INT AS "ofUnknownSchools",
      (SELECT count(*) FROM cells)::INT AS cells,
      (SELECT sum(score * participants) FROM scores)::INT AS points,
      (SELECT ${tasks.map(task => `sum(sum_${task})`).join(' + ')} FROM cells)::INT AS "taskPoints"
    FROM rows`)
).getRowObjects()
const used = process.cpuUsage(began)
console.log(
  JSON.stringify({ found, cpuSeconds: (used.user + used.system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 }),
)
process.exit(0)
