import { type Lang, translator } from '../../../core/base/index.ts'
import type { RefusedForm } from '../../../core/web/index.ts'
import { Notice, shortDate, Table } from '../../../ui/index.ts'
import type { Effect } from '../../contract.ts'
import { texts } from './texts.ts'

const shownBy = new Set([
  'roadmaps/confirm-effect',
  'roadmaps/effect-changed',
  'roadmaps/reason-missing',
  'roadmaps/order-missing',
])

/** The effect that a refused form brought along, or null. */
export function effectIn(refused: RefusedForm | null): Effect | null {
  return refused && shownBy.has(refused.code) ? (refused.details as Effect) : null
}

/** What a change would do to the obligations, before it is saved. */
export function EffectView({
  effect,
  lang,
  keptWhy,
}: {
  readonly effect: Effect
  readonly lang: Lang
  /** What stays and why, where the usual words do not say it. */
  readonly keptWhy?: string
}) {
  const say = translator(texts, lang)
  const { add, move, cancel, kept, revive, unchanged } = effect
  const changes = effect.lines.filter(line => line.does !== 'kept')
  const stays = effect.lines.filter(line => line.does === 'kept')
  return (
    <section id="effect" class="stack" aria-label={say('effect')}>
      <h2>{say('effect')}</h2>
      <Notice kind={cancel > 0 ? 'warning' : 'info'}>
        <p>
          {add + move + cancel + revive === 0 ? `${say('effectNothing')} ` : ''}
          {revive > 0 && `${say('revived', { n: revive })} `}
          {say('counts', { add, move, cancel, kept, unchanged })}
        </p>
        {keptWhy && <p>{keptWhy}</p>}
      </Notice>
      {changes.length > 0 && <EffectTable lines={changes} lang={lang} />}
      {stays.length > 0 && (
        <details>
          <summary>{say('stays', { n: kept })}</summary>
          <EffectTable lines={stays} lang={lang} />
        </details>
      )}
      {effect.lines.length === 200 && <p class="soft small">{say('linesMore')}</p>}
    </section>
  )
}

function EffectTable({ lines, lang }: { readonly lines: Effect['lines']; readonly lang: Lang }) {
  const say = translator(texts, lang)
  const date = (on: string | null) => (on ? shortDate(on) : say('undated'))
  const many = new Set(lines.map(line => line.what)).size > 1
  return (
    <Table
      caption={say('effect')}
      hideCaption
      dense
      rows={lines}
      rowKey={(_, index) => String(index)}
      columns={[
        {
          key: 'organisation',
          head: say('organisation'),
          rowHead: true,
          width: '26%',
          cell: line => line.organisation,
        },
        ...(many
          ? [{ key: 'item', head: say('ofItem'), width: '40%', cell: (line: Effect['lines'][number]) => line.what }]
          : []),
        { key: 'does', head: say('what'), cell: line => say(`does.${line.does as 'add'}`) },
        {
          key: 'from',
          head: say('from'),
          nowrap: true,
          cell: line => (line.does === 'add' || line.does === 'revive' ? '' : date(line.from)),
        },
        { key: 'to', head: say('to'), nowrap: true, cell: line => (line.does === 'cancel' ? '' : date(line.to)) },
      ]}
    />
  )
}
