import { type Lang, lookUp, type Messages, type Refusal, translator } from '../../core/base/index.ts'
import type { CommandIo } from '../../core/web/command.ts'
import { texts as filesTexts } from '../../platform/files/texts.ts'
import { tablesTexts } from '../../platform/tables/index.ts'
import type { ReadWords } from './command-options.ts'
import type { ReadFile } from './read-results.ts'
import type { ResultsIssue, ResultsReport } from './report.ts'
import { issueWords } from './report-words.ts'
import { resultsTexts } from './texts.ts'

/** What the command prints while it reads: words or JSON, piece by piece, so that no file need stay in memory. */
export interface Printing {
  file(name: string, read: ReadFile): void
  refused(name: string, refusal: Refusal): void
  counts(path: string, rows: number, unknown: number): void
  end(): void
}

const cellsAtOnce = 500

export function startPrinting(words: ReadWords, io: CommandIo): Printing {
  return words.json ? jsonPrinting(words.lang, io) : wordPrinting(words.lang, io)
}

/**
 * `{ "cells": [ { file, … } ], "report": { rows, counts, issues: [ { file, … } ] }, "files": [ { file, layout, sheets, rows, counts } | { file, refusal } ] }`;
 * `file` in a cell and in an issue is the place in `files`, from 0.
 */
function jsonPrinting(lang: Lang, io: CommandIo): Printing {
  const files: unknown[] = []
  const rows: Record<string, number> = {}
  const counts: Record<string, number> = {}
  const issues: unknown[] = []
  let written: unknown
  let begun = false
  let comma = ''
  const begin = (): void => {
    if (!begun) io.out('{ "cells": [')
    begun = true
  }
  return {
    file(name, { layout, cells, report }) {
      begin()
      let pieces: string[] = []
      const flush = (): void => {
        if (pieces.length > 0) io.out(comma + pieces.join(',\n'))
        if (pieces.length > 0) comma = ','
        pieces = []
      }
      for (const cell of cells) {
        pieces.push(JSON.stringify({ file: files.length, ...cell }))
        if (pieces.length === cellsAtOnce) flush()
      }
      flush()
      for (const [fate, count] of Object.entries(report.rows)) rows[fate] = (rows[fate] ?? 0) + count
      for (const [code, count] of Object.entries(report.counts)) counts[code] = (counts[code] ?? 0) + count
      for (const issue of report.issues) issues.push({ file: files.length, ...issueAsJson(issue, lang) })
      files.push({ file: name, layout, sheets: report.sheets, rows: report.rows, counts: report.counts })
    },
    refused(name, refusal) {
      const { code, params } = refusal
      files.push({ file: name, refusal: { code, params, message: refusalWords(refusal, lang) } })
    },
    counts(path, lines, unknown) {
      written = { file: path, rows: lines, unknown }
    },
    end() {
      begin()
      const rest = { report: { rows, counts, issues }, files, ...(written ? { countsFile: written } : {}) }
      io.out(`],\n${JSON.stringify(rest, null, 2).slice(2)}`)
    },
  }
}

function issueAsJson(issue: ResultsIssue, lang: Lang) {
  const { message, expected } = issueWords(issue, lang)
  const { found, ...rest } = issue
  return { ...rest, found: found?.value ?? null, foundKind: found?.kind ?? null, expected, message }
}

function wordPrinting(lang: Lang, io: CommandIo): Printing {
  const say = translator(resultsTexts, lang)
  const total = { files: 0, refused: 0, cells: 0, participants: 0 }
  return {
    file(name, { layout, size, cells, report }) {
      let participants = 0
      for (const cell of cells) participants += cell.participants
      total.files++
      total.cells += size
      total.participants += participants
      io.out(say('file', { name, layout: say(`layouts.${layout as 'rcoi'}`) }))
      io.out(`  ${say('rows', report.rows)}`)
      io.out(`  ${say('cells', { cells: size, participants })}`)
      for (const sheet of report.sheets)
        if (sheet.layout === null) io.out(`  ${say('passedSheet', { sheet: sheet.at, name: sheet.name || 'none' })}`)
      for (const line of issueLines(report, lang)) io.out(`  ${line}`)
    },
    refused(name, refusal) {
      total.files++
      total.refused++
      io.err(say('refusedFile', { name, code: refusal.code, message: refusalWords(refusal, lang) }))
    },
    counts(path, rows, unknown) {
      io.out(say('countsSaved', { path, rows, unknown }))
    },
    end() {
      if (total.files > 1) io.out(say('total', total))
    },
  }
}

function issueLines({ issues, counts }: ResultsReport, lang: Lang): string[] {
  const say = translator(resultsTexts, lang)
  const lines = issues.map(issue => {
    const { place, message, found, expected } = issueWords(issue, lang)
    const ends = [found, expected === null ? null : say('expectedWord', { expected })].filter(part => part !== null)
    return `${say(`fates.${issue.fate}`)}: ${place}: ${[message, ...ends].join('; ')}`
  })
  for (const [code, count] of Object.entries(counts)) {
    const shown = issues.filter(issue => issue.code === code)
    const first = shown[0]
    if (first && count > shown.length)
      lines.push(say('more', { count: count - shown.length, what: issueWords(first, lang).message }))
  }
  return lines
}

/** The words of a refusal of a single file among many. */
function refusalWords({ code, params }: Refusal, lang: Lang): string {
  for (const both of [resultsTexts, tablesTexts, filesTexts]) {
    const message = lookUp(both[lang]['refusals'] as Messages, code)
    if (message !== undefined) return translator({ ru: { message }, en: { message } }, lang)('message', params)
  }
  return code
}
