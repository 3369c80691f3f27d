import type { Lang, Share } from '../../core/base/index.ts'
import { BarsBeside } from '../../ui/charts/index.ts'
import { figure, Section, shareText, Table } from '../../ui/index.ts'
import type { ProcedureResults } from '../views-contract.ts'
import type { T } from './parts.tsx'

type Task = ProcedureResults['tasks'][number]['own']

/** Per cent of the points that could be gained, task by task, with the region beside. */
export function TasksSection({ data, t, lang }: { data: ProcedureResults; t: T; lang: Lang }) {
  if (data.tasks.length === 0)
    return (
      <Section id="tasks" title={t('procedure.tasks')}>
        <p class="soft">{t('procedure.noTasks')}</p>
      </Section>
    )
  const parts = data.tasks.map(({ own, region }) => ({
    code: own.code,
    max: own.max,
    own: gained(own),
    region: region && gained(region),
  }))
  const part01 = (share: Share | null) => share && share.numerator / share.denominator
  const inWords = (share: Share | null) => (share ? shareText(share, lang) : t('procedure.taskNoMax'))
  return (
    <Section id="tasks" title={t('procedure.tasks')}>
      <BarsBeside
        id="tasks-bars"
        title={t('procedure.tasksChart')}
        about={t('procedure.tasksAbout')}
        description={parts.map(one => `${one.code}: ${inWords(one.own)}`).join('; ')}
        bars={parts.map(one => ({ label: one.code, own: part01(one.own), beside: part01(one.region) }))}
        table={
          <Table
            caption={t('procedure.tasksChart')}
            hideCaption
            dense
            rows={parts}
            rowKey={row => row.code}
            columns={[
              { key: 'code', head: t('col.task'), rowHead: true, cell: row => row.code },
              { key: 'max', head: t('col.max'), numeric: true, cell: row => row.max !== null && figure(row.max, lang) },
              { key: 'own', head: t('col.done'), cell: row => inWords(row.own) },
              { key: 'region', head: t('col.doneRegion'), cell: row => inWords(row.region) },
            ]}
          />
        }
      />
    </Section>
  )
}

/** Points gained of the points that could be gained; null where the highest points are not known. */
function gained({ sum, max, done }: Task): Share | null {
  return max === null || max * done === 0 ? null : { numerator: sum, denominator: max * done }
}
