// Runs in the sandbox: files of results become cells and a report. Names and codes of pupils never leave this process.
import { createHash } from 'node:crypto'
import type { GatheredCell } from '../../assessments/contract.ts'
import { Refusal, type RefusalParams } from '../../core/base/index.ts'
import { filesInArchive } from '../../platform/files/archive-of-files.ts'
import type { RunTask } from '../../platform/sandbox/index.ts'
import type { Facts } from '../results/facts.ts'
import type { ColumnChoice } from '../results/mapped-layout.ts'
import { readResults } from '../results/read-results.ts'
import type { ResultsReport } from '../results/report.ts'
import { type FoundHeadings, findHeadings, hashOfHeadings } from './find-headings.ts'

export interface ReadInput {
  readonly fileName: string
  readonly stated: Facts
  /** Columns that people have named before, by the hash of the headings. */
  readonly mappings: Readonly<Record<string, ColumnChoice>>
}

/** What came of one file. `refusal` is null when it was read. */
export interface ReadAnswer {
  readonly fileName: string
  readonly hash: string
  readonly layout: string | null
  readonly report: ResultsReport | null
  readonly cells: readonly GatheredCell[] | null
  readonly refusal: { readonly code: string; readonly params: RefusalParams } | null
  /** Headings of a table that no layout knows, when they surely are headings. */
  readonly headings: FoundHeadings | null
}

/** Tells every file as a part: how many there are first, then what came of each. */
export type ReadPart = { readonly files: number } | { readonly answer: ReadAnswer }

export const runTask: RunTask<{ done: true }, ReadPart> = async (bytes, given, tell) => {
  const input = given as ReadInput
  const archive = await filesInArchive(bytes)
  tell({ files: archive?.count ?? 1 })
  if (archive)
    for await (const file of archive.each())
      tell({ answer: await readOne(file.bytes, { ...input, fileName: `${input.fileName}/${file.name}` }) })
  else tell({ answer: await readOne(bytes, input) })
  return { done: true }
}

async function readOne(bytes: Uint8Array, { fileName, stated, mappings }: ReadInput): Promise<ReadAnswer> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const nothing = { fileName, hash, layout: null, report: null, cells: null, headings: null }
  const read = async (columns?: ColumnChoice): Promise<ReadAnswer> => {
    const found = await readResults(
      { bytes },
      { fileName: baseName(fileName), stated, ...(columns ? { columns } : {}) },
    )
    return { ...nothing, refusal: null, layout: found.layout, report: found.report, cells: [...found.cells] }
  }
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refusal = { code: error.code, params: error.params }
    if (error.code !== 'results/unknown-layout') return { ...nothing, refusal }
    const headings = await findHeadings({ bytes })
    const columns = headings && mappings[hashOfHeadings(headings.printed)]
    if (!columns) return { ...nothing, refusal, headings }
    return read(columns).catch(again => {
      if (!(again instanceof Refusal)) throw again
      return { ...nothing, refusal: { code: again.code, params: again.params }, headings }
    })
  }
}

const baseName = (name: string) => name.split('/').at(-1)!
