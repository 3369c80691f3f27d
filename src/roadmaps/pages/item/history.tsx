import { translator } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { HistoryList, moment } from '../../../ui/index.ts'
import type { HistoryLine } from '../../contract.ts'
import { roadmapsTexts } from '../../texts.ts'
import { texts } from './texts.ts'

/** What happened to an item or a clause, newest first. */
export function History({ lines, env }: { readonly lines: readonly HistoryLine[]; readonly env: PageEnv }) {
  const say = translator(texts, env.lang)
  const actions: Readonly<Record<string, string>> = roadmapsTexts[env.lang].actions
  return (
    <HistoryList
      entries={lines.map(line => ({
        id: line.id,
        when: moment(line.at, env.lang, env.timeZone),
        who: line.who,
        what: (
          <>
            {actions[line.action] ?? line.action}
            {line.before !== line.after && (
              <>
                : {say('was')} <q>{line.before}</q>, {say('became')} <q>{line.after}</q>
              </>
            )}
            {line.reason && `; ${say('reason')}: ${line.reason}`}
          </>
        ),
      }))}
    />
  )
}
