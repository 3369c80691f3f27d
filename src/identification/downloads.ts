/** Files of a list and of a methodology: what they hold is loaded here, how they look is in `exports/`. */
import type { DownloadedFile } from '../core/web/index.ts'
import type { Ctx } from '../platform/postgres/index.ts'
import { loadEdition } from './actions/editions.ts'
import type { ListContent } from './exports/content.ts'
import { listDocx } from './exports/docx.ts'
import { listXlsx } from './exports/xlsx.ts'
import { listAnswers } from './store/runs.ts'
import { viewList } from './views/lists.ts'
import { loadRun, settingsInWords } from './views/runs.ts'

async function contentOf(ctx: Ctx, listId: string): Promise<ListContent> {
  const { list, run, schools } = await viewList(ctx, listId, { verdict: 'all' })
  const settings = run ? settingsInWords(await loadRun(ctx, run.id)) : []
  return { lang: ctx.lang, list, run, settings, schools }
}

export async function downloadDocx(ctx: Ctx, listId: string): Promise<DownloadedFile> {
  const content = await contentOf(ctx, listId)
  return { fileName: fileName(content, 'docx'), bytes: await listDocx(content) }
}

export async function downloadXlsx(ctx: Ctx, listId: string): Promise<DownloadedFile> {
  const content = await contentOf(ctx, listId)
  return { fileName: fileName(content, 'xlsx'), bytes: await listXlsx(content) }
}

/** The whole list as data: decisions, and for every school its answer with traces and sources. */
export async function downloadJson(ctx: Ctx, listId: string): Promise<DownloadedFile> {
  const content = await contentOf(ctx, listId)
  const { list, run } = content
  const answers = new Map(
    run
      ? (
          await listAnswers(
            ctx,
            run.id,
            content.schools.map(({ id }) => id as never),
          )
        ).map(each => [String(each.organisationId), each])
      : [],
  )
  const schools = content.schools.map(({ short: _, ...school }) => ({
    ...school,
    answer: answers.get(school.id)?.answer ?? null,
    sources: answers.get(school.id)?.sources ?? {},
  }))
  const methodology = run ? (await loadRun(ctx, run.id)).methodology : null
  const bytes = JSON.stringify({ list, run, methodology, settings: content.settings, schools }, null, 2)
  return { fileName: fileName(content, 'json'), bytes }
}

export async function downloadMethodology(ctx: Ctx, id: string): Promise<DownloadedFile> {
  return { fileName: 'methodology.yaml', bytes: (await loadEdition(ctx, id)).texts.methodology }
}

export async function downloadCases(ctx: Ctx, id: string): Promise<DownloadedFile> {
  return { fileName: 'cases.yaml', bytes: (await loadEdition(ctx, id)).texts.cases }
}

function fileName({ list }: ListContent, extension: string): string {
  const name = `${list.title}, ${list.year}`.replaceAll(/[\\/:*?"<>|\n]+/g, ' ').slice(0, 80)
  return `${name.trim()}.${extension}`
}
