/** Pages that show every component in its states: looked at by people and by axe. Invented towns and schools. */
import type { VNode } from 'preact'
import { Type } from 'typebox'
import { catalogue, refuse } from '../../core/base/index.ts'
import { action, type PageEnv, type Slice, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import {
  Actions,
  Button,
  Card,
  Checkbox,
  Checkboxes,
  ConfirmForm,
  ConflictView,
  DateInput,
  DefinitionList,
  EmptyState,
  Fieldset,
  Figure,
  Figures,
  FileInput,
  FilterBar,
  Form,
  formState,
  HistoryList,
  LinkButton,
  longDate,
  Notice,
  PageHead,
  Pagination,
  ProgressBar,
  Radios,
  SearchBox,
  Section,
  Select,
  Status,
  type StatusKind,
  Steps,
  shareText,
  Table,
  Tabs,
  Tag,
  TextArea,
  TextInput,
} from '../../ui/index.ts'

const rows = Array.from({ length: 24 }, (_, index) => ({
  id: String(index + 1),
  name: `МБОУ «Средняя школа № ${index + 3}»`,
  place: ['Заречный район', 'город Липовск', 'Верхнеозёрский округ'][index % 3] ?? '',
  state: (['good', 'progress', 'warning', 'bad', 'neutral', 'off'] as const)[index % 6] as StatusKind,
  due: `2024-0${(index % 9) + 1}-15`,
  done: (index * 7) % 31,
  of: 31,
})).sort((one, other) => one.place.localeCompare(other.place, 'ru'))
const words: Record<StatusKind, string> = {
  good: 'Принято',
  progress: 'В работе',
  warning: 'Срок через 5 дней',
  bad: 'Просрочено',
  neutral: 'Не начато',
  info: 'На проверке',
  off: 'Не требуется',
}
const nothing = Type.Object({})

function showing(id: string, path: string, title: string, body: (env: PageEnv) => VNode, wide = false) {
  return view({
    id,
    path,
    summary: { ru: title, en: title },
    permission: 'notes.read',
    params: nothing,
    query: nothing,
    data: nothing,
    load: async (_ctx: Ctx) => ({}),
    page: (_data, env) => ({ title, trail: [{ text: 'Образцы', href: '/gallery' }], body: body(env), wide }),
  })
}

const lists = showing('gallery.lists', '/gallery', 'Школы муниципалитета', () => (
  <>
    <PageHead
      title="Школы муниципалитета"
      lead="Показаны школы, включённые в дорожную карту на 2023/24 учебный год."
      actions={
        <>
          <LinkButton href="/gallery/form">Добавить школу</LinkButton>
          <LinkButton href="/gallery" kind="quiet">
            Скачать таблицу
          </LinkButton>
        </>
      }
    />
    <div class="stack">
      <Tabs
        label="Виды списка"
        tabs={[
          { text: 'Все', href: '/gallery', current: true, count: 24 },
          { text: 'Просрочено', href: '/gallery?state=bad', count: 4 },
          { text: 'На проверке', href: '/gallery?state=info', count: 0 },
        ]}
      />
      <FilterBar action="/gallery" label="Отбор школ" resetHref="/gallery">
        <TextInput name="q" label="Название или код" width="full" />
        <Select
          name="place"
          label="Территория"
          empty="Все"
          options={[
            { value: '1', text: 'Заречный район' },
            { value: '2', text: 'город Липовск' },
          ]}
        />
        <Select name="state" label="Состояние" empty="Любое" options={[{ value: 'bad', text: 'Просрочено' }]} />
      </FilterBar>
      <Table
        caption="Школы"
        hideCaption
        dense
        rows={rows}
        rowKey={row => row.id}
        groupOf={row => row.place}
        columns={[
          { key: 'name', head: 'Школа', rowHead: true, cell: row => <a href={`/gallery#${row.id}`}>{row.name}</a> },
          { key: 'state', head: 'Состояние', cell: row => <Status kind={row.state}>{words[row.state]}</Status> },
          { key: 'due', head: 'Ближайший срок', nowrap: true, cell: row => longDate(row.due, 'ru') },
          {
            key: 'done',
            head: 'Выполнено',
            numeric: true,
            cell: row => shareText({ numerator: row.done, denominator: row.of }, 'ru'),
          },
        ]}
      />
      <Pagination shown={24} total={12_480} previousHref="/gallery?before=1" nextHref="/gallery?after=24" />
    </div>
  </>
))

const pieces = showing('gallery.pieces', '/gallery/pieces', 'Дорожная карта «Шаг вперёд»', () => (
  <>
    <PageHead
      title="Дорожная карта «Шаг вперёд»"
      status={<Status kind="progress">Выполняется</Status>}
      lead="Заречный район, 2023/24 учебный год"
    />
    <div class="stack-wide">
      <Section
        title="Итоги на сегодня"
        actions={
          <LinkButton href="/gallery" small>
            Все показатели
          </LinkButton>
        }
      >
        <Figures>
          <Figure
            label="Принято обязательств"
            value={412}
            unit="из 1250"
            period="на 15 февраля 2024"
            explainHref="/gallery"
          />
          <Figure label="Просрочено" value={17} n={1250} period="на 15 февраля 2024" />
          <Figure
            label="Охват повышением квалификации"
            value="63,4 %"
            n={318}
            period="2023/24 уч. год"
            explainHref="/gallery"
          />
          <Figure label="Отчёты сданы в срок" value={{ numerator: 24, denominator: 31 }} period="I квартал 2024" />
          <Figure label="Доля ШНОР" value={null} period="результаты ещё не загружены" />
        </Figures>
      </Section>
      <Section title="Контрольная точка">
        <div class="stack">
          <ProgressBar label="Выполнено мероприятий (порог 30–40 %)" value={37} max={100} band={{ from: 30, to: 40 }} />
          <ProgressBar label="Отчёты школ" value={9} max={31} />
        </div>
      </Section>
      <div class="columns">
        <Section title="Карточка">
          <DefinitionList
            missing="не указано"
            items={[
              { term: 'Основание', value: 'Приказ от 20 января 2023 № 17-о' },
              { term: 'Ответственный', value: 'Управление образования Заречного района' },
              { term: 'Срок', value: longDate('2024-05-31', 'ru') },
              { term: 'Код', value: <Tag>ОКТМО 73 604</Tag> },
              { term: 'Подтверждение', value: null },
            ]}
          />
        </Section>
        <Section title="История">
          <HistoryList
            entries={[
              {
                id: '1',
                when: '15.02.2024, 12:05',
                who: 'Петрова А. И., муниципальный координатор',
                what: 'Срок изменён: 1 марта → 15 марта 2024',
              },
              { id: '2', when: '01.02.2024, 09:40', who: 'Сидоренко П. П., куратор', what: 'Подтверждение принято' },
            ]}
          />
        </Section>
      </div>
      <Section title="Сообщения">
        <div class="stack">
          <Notice kind="info">
            <p>Приказ прочитан: 96 % слов нашли место в дорожной карте.</p>
          </Notice>
          <Notice kind="success" title="Дорожная карта утверждена">
            <p>
              Созданы 1250 обязательств для 31 школы. <a href="/gallery">Посмотреть обязательства</a>
            </p>
          </Notice>
          <Notice kind="warning" title="Три срока не удалось понять">
            <p>Они показаны в конце списка и не считаются просроченными.</p>
          </Notice>
          <Notice kind="error" title="Файл не загружен">
            <p>Это картинка, в ней нет текста. Распознайте скан или возьмите исходный документ.</p>
          </Notice>
          <EmptyState title="Отчётов пока нет" action={<LinkButton href="/gallery">Как подать отчёт</LinkButton>}>
            Школы подают отчёт до 5 числа месяца, следующего за кварталом.
          </EmptyState>
        </div>
      </Section>
      <Section title="Шаги и состояния">
        <div class="stack">
          <Steps
            steps={[
              { text: 'Файл', state: 'done', href: '/gallery' },
              { text: 'Проверка', state: 'current' },
              { text: 'Исполнители', state: 'ahead' },
              { text: 'Утверждение', state: 'ahead' },
            ]}
          />
          <div class="row">
            {(Object.keys(words) as StatusKind[]).map(kind => (
              <Status kind={kind} key={kind}>
                {words[kind]}
              </Status>
            ))}
          </div>
          <SearchBox action="/gallery" label="Поиск по дорожной карте" />
          <div class="columns">
            <Card title="Приказ № 17-о" href="/gallery">
              <p class="soft small">54 мероприятия, 3 сомнения</p>
            </Card>
            <Card title="Приказ № 22-о" href="/gallery">
              <p class="soft small">12 мероприятий, сомнений нет</p>
            </Card>
          </div>
        </div>
      </Section>
    </div>
  </>
))

const formPage = showing('gallery.form', '/gallery/form', 'Новое мероприятие', env => {
  const form = formState(env, 'gallery.save', { title: 'Консультации для руководителей школ', kind: 'school' })
  return (
    <>
      <PageHead
        title="Новое мероприятие"
        lead="Мероприятие появится в дорожной карте сразу, обязательства — после утверждения."
      />
      <Form action="/gallery/save" form={form} multipart requestKey={env.requestKey()}>
        <TextArea form={form} name="title" label="Название" hint="Так, как в приказе" rows={2} />
        <div class="form-grid">
          <TextInput form={form} name="hours" label="Часов" width="short" inputMode="numeric" />
          <DateInput form={form} name="dueOn" label="Срок" optional />
          <Select
            form={form}
            name="section"
            label="Раздел"
            empty="Выберите раздел"
            options={[
              { value: '1', text: '1. Организация работы', group: 'Муниципальный уровень' },
              { value: '2', text: '2. Работа с педагогами', group: 'Школьный уровень' },
            ]}
          />
        </div>
        <Radios
          form={form}
          name="kind"
          label="Кто исполняет"
          options={[
            { value: 'authority', text: 'Орган управления образованием' },
            { value: 'school', text: 'Каждая школа', hint: 'Обязательство получит каждая из 31 школы' },
          ]}
        />
        <Checkboxes
          form={form}
          name="marks"
          label="Чем подтверждается"
          hint="Можно выбрать несколько"
          options={[
            { value: 'file', text: 'Файл' },
            { value: 'link', text: 'Ссылка' },
            { value: 'number', text: 'Число' },
          ]}
        />
        <Fieldset legend="Согласование" big>
          <FileInput
            form={form}
            name="file"
            label="Приказ о внесении изменений"
            hint="DOCX или PDF, до 20 МБ"
            accept=".docx,.pdf"
          />
          <Checkbox form={form} name="agreed" label="Согласовано с муниципальным советом" />
        </Fieldset>
        <Actions>
          <Button>Сохранить</Button>
          <Button kind="secondary" name="draft" value="yes">
            Сохранить черновик
          </Button>
          <LinkButton kind="quiet" href="/gallery">
            Отмена
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
})

const save = action({
  id: 'gallery.save',
  path: '/gallery/save',
  summary: { ru: 'Сохранить', en: 'Save' },
  permission: 'notes.write',
  params: nothing,
  body: Type.Object({
    title: Type.String({ minLength: 1 }),
    hours: Type.Integer({ minimum: 1 }),
    section: Type.String({ minLength: 1 }),
    marks: Type.Array(Type.String(), { minItems: 1 }),
    kind: Type.String(),
  }),
  result: nothing,
  run: async (_ctx: Ctx) => {
    throw refuse('conflict', 'gallery/changed')
  },
  next: () => '/gallery',
  form: 'gallery.form',
})

const conflict = showing('gallery.conflict', '/gallery/conflict', 'Закрыть дорожную карту?', () => (
  <>
    <PageHead title="Закрыть дорожную карту?" />
    <div class="stack-wide">
      <ConflictView
        changedBy="Сидоренко П. П."
        changedAt="15.02.2024, 12:05"
        fields={[
          { label: 'Название', mine: 'Консультации для школ', theirs: 'Консультации для школ' },
          { label: 'Срок', mine: '15 марта 2024', theirs: '1 марта 2024' },
        ]}
        actions={
          <>
            <Button>Сохранить мою версию</Button>
            <LinkButton href="/gallery">Оставить как в системе</LinkButton>
          </>
        }
      />
      <ConfirmForm
        action="/gallery/save"
        confirm="Закрыть дорожную карту"
        cancel="Не закрывать"
        cancelHref="/gallery"
        danger
      >
        <p>После закрытия изменить её сможет только региональный координатор. Незавершённых обязательств: 17.</p>
      </ConfirmForm>
    </div>
  </>
))

const scrolling = showing(
  'gallery.wide',
  '/gallery/wide',
  'План-график',
  () => (
    <>
      <PageHead title="План-график" />
      <Table
        caption="План-график мероприятий"
        hideCaption
        narrow="scroll"
        rows={rows.slice(0, 6)}
        rowKey={row => row.id}
        columns={[
          { key: 'n', head: '№', width: '60', cell: row => `1.${row.id}` },
          {
            key: 'name',
            head: 'Мероприятие',
            rowHead: true,
            width: '34%',
            cell: row => `Проведение консультаций, ${row.name}`,
          },
          { key: 'due', head: 'Срок', width: '12%', cell: row => longDate(row.due, 'ru') },
          { key: 'who', head: 'Ответственные', cell: () => 'Управление образования, руководители школ' },
          { key: 'result', head: 'Ожидаемый результат', cell: () => 'Не менее 80 % педагогов получили помощь' },
        ]}
      />
    </>
  ),
  true,
)

export const gallerySlice: Slice = {
  name: 'gallery',
  routes: [lists, pieces, formPage, save, conflict, scrolling],
  navigation: [
    { group: 'work', href: '/gallery', text: { ru: 'Дорожные карты', en: 'Roadmaps' }, permission: 'notes.read' },
    { group: 'work', href: '/gallery/burning', text: { ru: 'Что горит', en: 'Urgent' }, permission: 'notes.read' },
    { group: 'work', href: '/gallery/orders', text: { ru: 'Документы', en: 'Documents' }, permission: 'notes.read' },
    {
      group: 'registers',
      href: '/gallery/places',
      text: { ru: 'Территории', en: 'Territories' },
      permission: 'notes.read',
    },
    { group: 'registers', href: '/gallery/schools', text: { ru: 'Школы', en: 'Schools' }, permission: 'notes.read' },
    { group: 'registers', href: '/gallery/people', text: { ru: 'Люди', en: 'People' }, permission: 'notes.read' },
    { group: 'administration', href: '/gallery/log', text: { ru: 'Журнал', en: 'Log' }, permission: 'notes.read' },
  ],
  waiting: async () => [
    { kind: 'bad', text: 'Просрочено 17 обязательств', href: '/gallery?state=bad' },
    { kind: 'warning', text: '42 обязательства со сроком в ближайшие 14 дней', href: '/gallery?state=soon' },
    { kind: 'info', text: 'Приказ ждёт проверки', href: '/gallery/orders' },
  ],
  texts: catalogue({
    ru: { refusals: { 'gallery/changed': 'Пока вы правили, мероприятие изменил другой человек.' } },
    en: { refusals: { 'gallery/changed': 'Somebody else changed this item while you were editing.' } },
  }),
}
