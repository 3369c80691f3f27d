interface Asks {
  readonly get: <Data>(login: string, url: string) => Promise<Data>
  readonly post: <Result>(login: string, url: string, body?: unknown) => Promise<Result>
}
interface Made {
  readonly id: string
}
interface Versioned {
  readonly version: number
}

/** A methodology is copied, changed in every way, approved and succeeded; drafts are uploaded and put aside. */
export async function changeMethodologies({ get, post }: Asks): Promise<string> {
  await get('region', '/methodologies')
  const shipped = '/methodologies/two-years-in-a-row'
  const written = { methodology: await get<string>('region', `${shipped}/methodology.yaml`), cases: '' }
  written.cases = await get<string>('region', `${shipped}/cases.yaml`)
  const { id } = await post<Made>('region', `${shipped}/copy`, {
    title: 'Наша методика',
    requestKey: 'copy-of-the-walk',
  })
  const draft = `/methodologies/${id}`
  const version = async () => (await get<Versioned>('region', draft)).version
  await get('region', `${draft}/numbers`)
  const parameters = { lowShare: { value: '1/4', source: 'Приказ', checkedOn: '2026-01-15' } }
  await post('region', `${draft}/try`, { version: await version(), parameters })
  const values = { ...parameters, lowShare: { ...parameters.lowShare, value: '3/10' } }
  await post('region', `${draft}/numbers`, { version: await version(), parameters: values })
  await get('region', `${draft}/cases/new`)
  await post('region', `${draft}/cases`, {
    version: await version(),
    name: 'ни одной низкой',
    source: '0 < 3',
    results: 'ОГЭ, математика, 9, 2025: 0 из 20\nОГЭ, русский язык, 9, 2025: 0 из 20',
    otherwise: '',
    about: '',
    indicators: '',
    expect: { 'stable-low': 'no' },
  })
  const { methodology, cases } = await get<{ methodology: string; cases: string }>('region', `${draft}/text`)
  await post('region', `${draft}/text`, { version: await version(), methodology, cases })
  await post('region', `${draft}/approve`, { version: await version() })
  const next = await post<Made>('region', `${draft}/succeed`, { requestKey: 'next-of-the-walk' })
  await post('region', `/methodologies/${next.id}/drop`, { version: 1 })
  await get('region', '/methodologies/upload')
  await post('region', '/methodologies/upload', { ...written, requestKey: 'upload-of-a-methodology' })
  return id
}

/** A run becomes a list: schools are asked, answer, are decided about; an order signs, the list freezes, a school leaves. */
export async function decideLists({ get, post }: Asks, editionId: string): Promise<void> {
  await get('region', '/lists/runs/new')
  const started = { editionId, year: 2025, requestKey: 'run-of-the-walk' }
  const { id: runId } = await post<Made>('region', '/lists/runs', started)
  const run = `/lists/runs/${runId}`
  const { schools } = await get<{ schools: { id: string; name: string }[] }>('region', run)
  const own = schools.find(school => school.name === 'СШ № 4')!.id
  await get('region', `${run}/schools/${own}`)
  await get('region', `/lists/compare?a=${runId}&b=${runId}`)
  const wish = { list: 'stable-low', title: 'Перечень обхода', requestKey: 'take-of-the-walk' }
  const list = `/lists/${(await post<Made>('region', `${run}/take`, wish)).id}`
  const version = async () => (await get<{ list: Versioned }>('region', list)).list.version
  await get('region', '/lists')
  await post('region', `${list}/ask`, { version: await version(), until: '2099-01-01' })
  await get('shkola4', `${list}/schools/${own}`)
  await post('shkola4', `${list}/schools/${own}/answer`, { text: 'Ответ', requestKey: 'answer-of-the-walk' })
  await post('region', `${list}/schools/${own}/decide`, { version: 1, decision: 'included', reason: 'проверено' })
  await post('region', `${list}/accept`, { reason: 'предложены расчётом' })
  await post('region', `${list}/ask`, { version: await version(), until: null })
  for (const step of ['finish', 'reopen', 'finish'])
    await post('region', `${list}/${step}`, { version: await version() })
  const order = { number: '7', date: '2026-01-20', title: 'Об утверждении перечня' }
  await post('region', `${list}/sign`, { version: await version(), ...order })
  await get('region', `${list}/freeze`)
  await post('region', `${list}/freeze`, { version: await version() })
  for (const format of ['docx', 'xlsx', 'json']) await get('region', `${list}/list.${format}`)
  const exit = { on: '2026-02-01', reason: 'результаты выросли', act: 'приказ № 8' }
  await post('region', `${list}/schools/${own}/exit`, { ...exit, requestKey: 'exit-of-the-walk' })
  await get('region', '/lists/import')
  await post('region', '/lists/import', {
    title: 'Федеральный перечень',
    year: 2026,
    act: 'Письмо ведомства',
    number: '1',
    date: '2026-01-15',
    text: 'sch020004',
    withoutUnmatched: false,
    requestKey: 'import-of-the-walk',
  })
}
