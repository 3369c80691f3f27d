/** A small slice that lives in memory: every kind of route, for the tests of the shell. */
import { Type } from 'typebox'
import { catalogue, refuse, translator } from '../../core/base/index.ts'
import { action, file, type Slice, Upload, type UploadedFile, view } from '../../core/web/index.ts'
import { type Ctx, rows, sql, type Tx } from '../../platform/postgres/index.ts'
import {
  Actions,
  Button,
  ConflictView,
  FileInput,
  Form,
  formState,
  PageHead,
  Select,
  TextInput,
} from '../../ui/index.ts'

const texts = catalogue({
  ru: {
    title: 'Заметки',
    name: 'Название',
    hours: 'Часы',
    kind: 'Вид',
    add: 'Добавить',
    added: 'Заметка «{title}» добавлена',
    refusals: {
      'notes/taken': 'Заметка «{title}» уже есть. Назовите новую иначе.',
      'notes/changed': 'Заметку изменил кто-то другой.',
      'notes/none': 'Такой заметки нет.',
    },
  },
  en: {
    title: 'Notes',
    name: 'Title',
    hours: 'Hours',
    kind: 'Kind',
    add: 'Add',
    added: 'The note "{title}" was added',
    refusals: {
      'notes/taken': 'There is a note "{title}" already. Choose another title.',
      'notes/changed': 'Somebody else changed this note.',
      'notes/none': 'There is no such note.',
    },
  },
})

interface Note {
  title: string
  hours: number
  version: number
}

const NoteShape = Type.Object({ title: Type.String(), hours: Type.Number(), version: Type.Integer() })
const NoteParams = Type.Object({ noteId: Type.String({ pattern: '^\\d+$' }) })

/** @returns the slice and what it has stored */
export function aSliceOfNotes(): { slice: Slice; notes: Note[]; files: UploadedFile[] } {
  const notes: Note[] = [{ title: 'Первая', hours: 2, version: 1 }]
  const files: UploadedFile[] = []
  const noteOf = (noteId: string) => {
    const note = notes[Number(noteId) - 1]
    if (!note) throw refuse('not-found', 'notes/none')
    return note
  }
  const list = view({
    id: 'notes.list',
    path: '/notes',
    summary: { ru: 'Список заметок', en: 'List of notes' },
    permission: 'notes.read',
    params: Type.Object({}),
    query: Type.Object({
      least: Type.Optional(Type.Integer({ minimum: 0 })),
      order: Type.Optional(Type.Union([Type.Literal('title'), Type.Literal('hours')])),
    }),
    data: Type.Object({ notes: Type.Array(NoteShape), scope: Type.String() }),
    load: async (ctx: Ctx, { query }) => {
      const [row] = await rows(ctx.tx, sql<{ scope: string }>`SELECT current_setting('app.region') AS scope`)
      return { notes: notes.filter(note => note.hours >= (query.least ?? 0)), scope: row?.scope ?? '' }
    },
    page: (data, env) => {
      const t = translator(texts, env.lang)
      const form = formState(env, 'notes.add')
      const upload = formState(env, 'notes.attach')
      return {
        title: t('title'),
        trail: [],
        body: (
          <>
            <PageHead title={t('title')} />
            <p>{data.notes.map(note => note.title).join(', ')}</p>
            <Form action="/notes/add" form={form} requestKey={env.requestKey()}>
              <TextInput form={form} name="title" label={t('name')} />
              <TextInput form={form} name="hours" label={t('hours')} />
              <Select
                form={form}
                name="kind"
                label={t('kind')}
                options={[{ value: 'plain', text: 'plain' }]}
                empty="—"
              />
              <Actions>
                <Button>{t('add')}</Button>
              </Actions>
            </Form>
            <Form action="/notes/attach" form={upload} multipart>
              <FileInput form={upload} name="file" label="file" />
              <Button kind="secondary">{t('add')}</Button>
            </Form>
          </>
        ),
      }
    },
  })
  const card = view({
    id: 'notes.card',
    path: '/notes/:noteId',
    summary: { ru: 'Заметка', en: 'A note' },
    permission: 'notes.read',
    params: NoteParams,
    query: Type.Object({}),
    data: NoteShape,
    load: async (_ctx: Ctx, { params }) => noteOf(params.noteId),
    page: (note, env) => {
      const form = formState(env, 'notes.rename', { title: note.title })
      const details = form.refused?.details as { theirs?: string } | undefined
      return {
        title: note.title,
        body: (
          <>
            <PageHead title={note.title} />
            {details?.theirs && (
              <ConflictView fields={[{ label: 'title', mine: form.value('title'), theirs: details.theirs }]} />
            )}
            <Form action="/notes/1/rename" form={form} version={note.version}>
              <TextInput form={form} name="title" label="title" />
              <Button>ok</Button>
            </Form>
          </>
        ),
      }
    },
  })
  const add = action({
    id: 'notes.add',
    path: '/notes/add',
    summary: { ru: 'Добавить заметку', en: 'Add a note' },
    permission: 'notes.write',
    params: Type.Object({}),
    body: Type.Object({
      title: Type.String({ minLength: 1, maxLength: 40 }),
      hours: Type.Number({ minimum: 0.5 }),
      kind: Type.Optional(Type.Enum(['plain', 'urgent'])),
      marks: Type.Optional(Type.Array(Type.String())),
    }),
    result: Type.Object({ noteId: Type.String(), title: Type.String() }),
    once: true,
    run: async (_ctx: Ctx, { body }) => {
      if (notes.some(note => note.title === body.title))
        throw refuse('conflict', 'notes/taken', { title: body.title }, { field: 'title' })
      notes.push({ title: body.title, hours: body.hours, version: 1 })
      return { noteId: String(notes.length), title: body.title }
    },
    next: result => `/notes/${result.noteId}`,
    done: 'added',
    form: 'notes.list',
  })
  const rename = action({
    id: 'notes.rename',
    path: '/notes/:noteId/rename',
    summary: { ru: 'Переименовать заметку', en: 'Rename a note' },
    permission: 'notes.write',
    params: NoteParams,
    body: Type.Object({ title: Type.String({ minLength: 1 }), version: Type.Integer() }),
    result: NoteShape,
    run: async (_ctx: Ctx, { params, body }) => {
      const note = noteOf(params.noteId)
      if (note.version !== body.version) throw refuse('conflict', 'notes/changed', {}, { theirs: note.title })
      note.title = body.title
      note.version += 1
      return note
    },
    next: (_result, { params }) => `/notes/${params.noteId}`,
    form: 'notes.card',
  })
  const attach = action({
    id: 'notes.attach',
    path: '/notes/attach',
    summary: { ru: 'Приложить файл', en: 'Attach a file' },
    permission: 'notes.write',
    params: Type.Object({}),
    body: Type.Object({ file: Upload(), comment: Type.Optional(Type.String()) }),
    result: Type.Object({ fileName: Type.String(), bytes: Type.Integer() }),
    run: async (_ctx: Ctx, { body }) => {
      files.push(body.file)
      return { fileName: body.file.fileName, bytes: body.file.bytes.length }
    },
    next: () => '/notes',
    form: 'notes.list',
  })
  const text = file({
    id: 'notes.text',
    path: '/notes/:noteId/note.txt',
    summary: { ru: 'Заметка текстом', en: 'A note as text' },
    permission: 'notes.read',
    params: NoteParams,
    query: Type.Object({}),
    mediaType: 'text/plain; charset=utf-8',
    load: async (_ctx: Ctx, { params }) => ({ fileName: 'Заметка (1).txt', bytes: noteOf(params.noteId).title }),
  })
  const log = view<Tx, ReturnType<typeof emptyShape>, ReturnType<typeof emptyShape>, ReturnType<typeof emptyShape>>({
    id: 'notes.log',
    path: '/notes-log',
    summary: { ru: 'Журнал заметок', en: 'Log of notes' },
    permission: 'notes.audit',
    params: emptyShape(),
    query: emptyShape(),
    data: emptyShape(),
    load: async () => ({}),
    page: () => ({ title: 'log', body: <PageHead title="log" /> }),
  })
  const broken = view<Tx, ReturnType<typeof emptyShape>, ReturnType<typeof emptyShape>, ReturnType<typeof emptyShape>>({
    id: 'notes.broken',
    path: '/notes-broken',
    summary: { ru: 'Поломка', en: 'A bug' },
    permission: 'notes.read',
    params: emptyShape(),
    query: emptyShape(),
    data: emptyShape(),
    load: async () => {
      throw new Error('secret of the inside')
    },
  })
  return {
    notes,
    files,
    slice: {
      name: 'notes',
      waiting: async () => [
        { kind: 'info', text: 'Заметки ждут', href: '/notes?least=1' },
        { kind: 'bad', text: 'Журнал ждёт', href: '/notes-log' },
      ],
      routes: [list, card, add, rename, attach, text, log, broken],
      navigation: [
        { group: 'work', href: '/notes', text: { ru: 'Заметки', en: 'Notes' }, permission: 'notes.read' },
        { group: 'administration', href: '/notes-log', text: { ru: 'Журнал', en: 'Log' }, permission: 'notes.audit' },
      ],
      texts,
    },
  }
}

function emptyShape() {
  return Type.Object({})
}
