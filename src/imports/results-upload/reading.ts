import type { UploadedFile } from '../../core/web/index.ts'
import { afterCommit, type Ctx, type Database, withCtx } from '../../platform/postgres/index.ts'
import type { Facts } from '../results/facts.ts'
import { foreseeVerdicts } from './assigned.ts'
import { holdFile } from './held-files.ts'
import { readFiles } from './read-files.ts'
import type { ReadAnswer } from './read-results.task.ts'
import * as store from './store.ts'

/** What is read: files in their order, from a place on. */
interface Reading {
  readonly uploadId: string
  readonly files: readonly UploadedFile[]
  readonly stated: Facts
  readonly firstPlace: number
  /** How many files the upload has beside these. */
  readonly others: number
}

/**
 * Reads files after the answer has gone out, one after another, and keeps what came of each at once. The bytes stay in memory and go when
 * the reading ends: nothing of a file but its counts and its report ever reaches the disk.
 */
export function readInBackground(ctx: Ctx, reading: Reading): void {
  const { tx: _, ...request } = ctx
  afterCommit(ctx, db => readAll(db, request, reading))
}

async function readAll(db: Database, request: Omit<Ctx, 'tx'>, reading: Reading): Promise<void> {
  const { uploadId, files, stated, firstPlace, others } = reading
  const started = Date.now()
  const inTurn = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
    withCtx(db, { ...request, now: new Date(request.now.getTime() + Date.now() - started) }, work)
  const mappings = await inTurn(store.allMappings)
  let place = firstPlace
  let total = others + files.length
  await readFiles(
    files,
    { stated, mappings },
    {
      onFiles: more => {
        total += more
      },
      onAnswer: async answer => {
        const at = place++
        if (answer.headings) holdFile(uploadId, at, files, answer)
        await inTurn(async ctx => {
          await store.saveFile(ctx, uploadId, fileOf(answer, at))
          await store.beat(ctx, uploadId, total)
        })
      },
    },
  )
  await inTurn(async ctx => {
    await foreseeVerdicts(ctx, uploadId)
    await store.readingEnded(ctx, uploadId)
  })
}

function fileOf(answer: ReadAnswer, place: number): Parameters<typeof store.saveFile>[2] {
  const { refusal, headings } = answer
  const state = refusal === null ? 'read' : headings ? 'unknown-layout' : 'refused'
  return { ...answer, place, state }
}
