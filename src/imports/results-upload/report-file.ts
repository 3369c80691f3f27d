import { writeXlsx } from 'hucre'
import { type Lang, translator } from '../../core/base/index.ts'
import type { DownloadedFile } from '../../core/web/index.ts'
import { issueWords } from '../results/report-words.ts'
import type { ReadFile } from './contract.ts'
import { resultsUploadTexts } from './texts.ts'

/** The report of a file as a workbook: fates of rows, then every remark that is kept. */
export async function reportFile(file: ReadFile, lang: Lang): Promise<DownloadedFile> {
  const t = translator(resultsUploadTexts, lang)
  const heads = ['where', 'problem', 'found', 'expected', 'fate'] as const
  const fates = ['read', 'accepted', 'absent', 'repaired', 'rejected', 'withoutResult', 'passedOver'] as const
  const remarks = file.issues.map(issue => {
    const words = issueWords(issue, lang)
    return {
      where: words.place,
      problem: words.message,
      found: words.found ?? '',
      expected: words.expected ?? '',
      fate: t(`file.fates.${issue.fate}`),
    }
  })
  const bytes = await writeXlsx({
    sheets: [
      {
        name: t('file.sheetOfRows'),
        columns: [
          { header: t('file.rowsFate'), key: 'fate', width: 34 },
          { header: t('file.rowsCount'), key: 'count', width: 12 },
        ],
        data: fates.map(fate => ({ fate: t(`file.rows.${fate}`), count: file.rows?.[fate] ?? 0 })),
      },
      {
        name: t('file.problems'),
        columns: heads.map(key => ({ header: t(`file.${key}`), key, width: key === 'problem' ? 60 : 32 })),
        data: remarks,
      },
    ],
  })
  return { fileName: `${file.fileName.replace(/[\\/]/g, ' ')} — ${t('file.reportName')}.xlsx`, bytes }
}
