import type { Page, PageEnv } from '../../core/web/index.ts'
import { PageHead } from '../../ui/index.ts'
import { Accounts } from './access-accounts.tsx'
import { Seats } from './access-seats.tsx'
import { fullName, say } from './parts.tsx'
import type { AccessForm } from './shapes.ts'

/** Accounts and seats of one person: for the administrator. */
export function accessPage(data: AccessForm, env: PageEnv): Page {
  const t = say(env.lang)
  const { person } = data
  const title = t('access.titleOf', { name: fullName(person) })
  return {
    title,
    trail: [
      { text: t('nav.people'), href: '/people' },
      { text: fullName(person), href: `/people/${person.id}` },
    ],
    body: (
      <>
        <PageHead title={title} />
        <div class="stack-wide">
          <Accounts data={data} env={env} />
          <Seats data={data} env={env} />
        </div>
      </>
    ),
  }
}
