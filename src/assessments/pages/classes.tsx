import type { Lang } from '../../core/base/index.ts'
import { figure, moment, Section, Table } from '../../ui/index.ts'
import type { ProcedureResults } from '../views-contract.ts'
import { LowCell } from './low-over-years.tsx'
import { Absent, GoodCell, MarksCell, MarksKey, meanText, type T } from './parts.tsx'

type Class = ProcedureResults['classes'][number]

/** The classes of the school, each with the rows of the file that it came from. */
export function ClassesSection(props: { data: ProcedureResults; t: T; lang: Lang; timeZone: string }) {
  const { t, lang } = props
  return (
    <Section id="classes" title={t('procedure.classes')}>
      {props.data.classes.some(row => row.marks !== null) && <MarksKey t={t} />}
      <Table
        caption={t('procedure.classesCaption')}
        hideCaption
        dense
        rows={props.data.classes}
        rowKey={row => row.class}
        columns={[
          { key: 'class', head: t('col.class'), rowHead: true, cell: row => row.class || t('procedure.wholeSchool') },
          { key: 'n', head: t('col.n'), numeric: true, cell: row => figure(row.participants, lang) },
          {
            key: 'absent',
            head: t('col.absent'),
            numeric: true,
            cell: row => (row.absent === null ? <Absent kind="notKnown" t={t} /> : figure(row.absent, lang)),
          },
          {
            key: 'marks',
            head: t('col.marks'),
            width: '16%',
            cell: row => <MarksCell of={props.data.key} marks={row.marks} t={t} lang={lang} />,
          },
          { key: 'low', head: t('col.low'), cell: row => <LowCell value={row} t={t} lang={lang} /> },
          {
            key: 'good',
            head: t('col.good'),
            cell: row => <GoodCell of={props.data.key} marks={row.marks} t={t} lang={lang} />,
          },
          { key: 'mean', head: t('col.mean'), cell: row => meanText(t, lang, row.mean) },
          { key: 'source', head: t('col.source'), cell: row => sourceOf(t, row) },
          { key: 'file', head: t('col.file'), cell: row => <FileCell {...props} row={row} /> },
        ]}
      />
    </Section>
  )
}

function sourceOf(t: T, { marks, scale, basis }: Class): string {
  const marksFrom = marks === null ? t('procedure.noMarksKnown') : t(scale ? 'procedure.byScale' : 'procedure.printed')
  return `${marksFrom}; ${t(`procedure.basis.${basis}`)}`
}

function FileCell({ row, t, lang, timeZone }: { row: Class; t: T; lang: Lang; timeZone: string }) {
  const { name, at, rows } = row.file
  return (
    <>
      {name}
      {rows && `, ${t('procedure.rows', { from: rows[0], to: rows[1] })}`}
      <span class="soft small"> {t('procedure.loaded', { date: moment(at, lang, timeZone) })}</span>
    </>
  )
}
