import type { Product } from './product-kit.ts'

interface Asks {
  readonly get: <Data>(login: string, url: string) => Promise<Data>
  readonly post: <Result>(login: string, url: string, body?: unknown) => Promise<Result>
}

/** A running roadmap loses an item, gets it back, gains another and a longer period; a clause of its order is looked at. */
export async function changeRunningRoadmap(
  product: Product,
  { get, post }: Asks,
  roadmap: string,
  itemId: string,
  basis: object,
): Promise<void> {
  const twice = async (url: string, body: object) => {
    const shown = await product.ask('gorod', 'POST', url, body)
    return post('gorod', url, { ...body, seal: shown.json<{ details: { seal: string } }>().details.seal })
  }
  const item = `${roadmap}/items/${itemId}`
  for (const fate of ['cancel', 'restore']) {
    const { item: shown } = await get<{ item: { version: number } }>('gorod', `${item}/${fate}`)
    await twice(`${item}/${fate}`, { version: shown.version, ...basis })
  }
  const { head, executors } = await get<{ head: { version: number }; executors: string[] }>(
    'gorod',
    `${roadmap}/items/new`,
  )
  await twice(`${roadmap}/items`, {
    version: head.version,
    title: 'Добавленное мероприятие',
    deadlineText: 'до 15.06.2026',
    parties: [{ text: executors[0] }],
    requestKey: 'item-of-the-walk',
    ...basis,
  })
  const { head: now } = await get<{ head: { version: number } }>('gorod', `${roadmap}/period`)
  await twice(`${roadmap}/period`, { version: now.version, planEnd: '2027-03-31', ...basis })
  const { roadmaps } = await get<{ roadmaps: { head: { id: string } }[] }>('gorod', '/roadmaps')
  for (const one of roadmaps) {
    const { clauses } = await product.read<{ clauses: { id: string }[] }>('gorod', `/roadmaps/${one.head.id}`)
    if (clauses[0]) await get('shkola4', `/roadmaps/${one.head.id}/clauses/${clauses[0].id}`)
  }
}
