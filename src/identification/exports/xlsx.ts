import { writeXlsx } from 'hucre/xlsx'
import { translator } from '../../core/base/index.ts'
import { printed } from '../model/list.ts'
import { chancesShort } from '../pages/verdict.tsx'
import { verdictTexts } from '../pages/verdict-texts.ts'
import { includedOf, type ListContent } from './content.ts'
import { exportTexts } from './texts.ts'

/** The list as a workbook: whom it names, all schools with their answers, and by what it was made. Schools stand by name. */
export async function listXlsx(content: ListContent): Promise<Uint8Array> {
  const say = translator(exportTexts, content.lang)
  const words = translator(verdictTexts, content.lang)
  const { list, run } = content
  const head = (key: 'municipality' | 'school' | 'reason', width: number) => ({ header: say(key), key, width })
  return writeXlsx({
    sheets: [
      {
        name: say('included'),
        columns: [
          { header: say('number'), key: 'number', width: 8 },
          head('municipality', 36),
          head('school', 70),
          head('reason', 50),
        ],
        data: includedOf(content).map((school, at) => ({
          number: at + 1,
          municipality: safe(school.municipality),
          school: safe(school.fullName),
          reason: safe(school.reason),
        })),
      },
      {
        name: say('all'),
        columns: [
          head('municipality', 36),
          head('school', 40),
          { header: say('verdict'), key: 'verdict', width: 18 },
          { header: say('margin'), key: 'margin', width: 12 },
          { header: say('chance'), key: 'chance', width: 24 },
          { header: say('decision'), key: 'decision', width: 16 },
          head('reason', 50),
          { header: say('decidedBy'), key: 'decidedBy', width: 30 },
          { header: say('answers'), key: 'answers', width: 12 },
          { header: say('exit'), key: 'exit', width: 14 },
        ],
        data: content.schools.map(school => ({
          municipality: safe(school.municipality),
          school: safe(school.name),
          verdict: words(`verdict.${school.verdict}`),
          margin: school.short?.margin ?? '',
          chance: school.short ? chancesShort(school.short, content.lang) : '',
          decision: school.decision ? words(`decision.${school.decision}`) : say('none'),
          reason: safe(school.reason),
          decidedBy: safe(school.decidedBy),
          answers: school.answers,
          exit: school.exitOn ? printed(school.exitOn as never) : '',
        })),
      },
      {
        name: say('about'),
        columns: [
          { header: say('field'), key: 'field', width: 50 },
          { header: say('value'), key: 'value', width: 80 },
        ],
        data: [
          { field: say('state'), value: words(`state.${list.state}`) },
          {
            field: say('order'),
            value: safe(
              list.orderNumber && list.orderDate
                ? `${printed(list.orderDate as never)} № ${list.orderNumber} «${list.orderTitle ?? ''}»`
                : '',
            ),
          },
          { field: say('edition'), value: safe(run ? `${run.title}, ${run.edition}` : list.act) },
          { field: say('year'), value: list.year },
          { field: say('hash'), value: list.inputsHash ?? '' },
          ...content.settings.map(({ title, value }) => ({ field: safe(title), value: safe(value) })),
          { field: '', value: say('purpose') },
        ],
      },
    ],
  })
}

/** A text that a spreadsheet would take for a formula is kept a text. */
function safe(text: string | null | undefined): string {
  return text && /^[=+\-@\t]/.test(text) && !/^[-+]?[\d\s.,]+$/.test(text) ? `'${text}` : (text ?? '')
}
