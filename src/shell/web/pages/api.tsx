import { type Lang, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv, Slice } from '../../../core/web/index.ts'
import { PageHead, Section, Table, Tag } from '../../../ui/index.ts'
import { webTexts } from '../texts.ts'

/** What the page shows of the OpenAPI document. */
export interface DescribedApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
}
interface DescribedOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly requestBody?: unknown
}
interface ListedOperation extends DescribedOperation {
  readonly method: string
  readonly path: string
}

/** The programming interface for a human reader: operations by slice, refusal codes. No script. */
export function apiPage(env: PageEnv, api: DescribedApi, slices: readonly Slice[]): Page {
  const t = translator(webTexts, env.lang)
  const operations: ListedOperation[] = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  )
  const tags = [...new Set(operations.map(operation => operation.tags[0] ?? ''))]
  const codes = slices.flatMap(slice => codesOf(slice, env.lang))
  return {
    title: t('api.title'),
    body: (
      <>
        <PageHead
          title={t('api.title')}
          lead={
            <>
              {t('api.lead')}
              <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
            </>
          }
        />
        <div class="stack-wide">
          <Section title={t('api.how')}>
            <ol class="prose">
              <li>{t('api.howSignIn')}</li>
              <li>{t('api.howSend')}</li>
              <li>{t('api.howRefusal')}</li>
            </ol>
          </Section>
          <Section title={t('api.operations')}>
            <div class="stack-wide">
              {tags.map(tag => (
                <Table
                  key={tag}
                  caption={tag === 'shell' ? t('api.slice.shell') : tag}
                  dense
                  rows={operations.filter(operation => operation.tags[0] === tag)}
                  rowKey={operation => operation.operationId}
                  rowId={operation => operation.operationId}
                  columns={[
                    {
                      key: 'method',
                      head: t('api.method'),
                      width: '80',
                      cell: operation => <Tag>{operation.method}</Tag>,
                    },
                    {
                      key: 'address',
                      head: t('api.address'),
                      width: '42%',
                      rowHead: true,
                      cell: operation => <code>{operation.path}</code>,
                    },
                    {
                      key: 'what',
                      head: t('api.what'),
                      cell: operation => (
                        <>
                          {operation.summary}
                          <div class="soft small">{operation.description}</div>
                          <Fields operation={operation} lang={env.lang} />
                        </>
                      ),
                    },
                  ]}
                />
              ))}
            </div>
          </Section>
          {codes.length > 0 && (
            <Section title={t('api.codes')}>
              <Table
                caption={t('api.codes')}
                hideCaption
                dense
                rows={codes}
                rowKey={each => each.code}
                rowId={each => each.code}
                columns={[
                  {
                    key: 'code',
                    head: t('api.code'),
                    rowHead: true,
                    width: '34%',
                    cell: each => <code>{each.code}</code>,
                  },
                  { key: 'text', head: t('api.codeText'), cell: each => each.text },
                ]}
              />
            </Section>
          )}
        </div>
      </>
    ),
  }
}

interface BodyShape {
  readonly content?: Readonly<
    Record<
      string,
      {
        readonly schema: {
          readonly properties?: Readonly<Record<string, unknown>>
          readonly required?: readonly string[]
        }
      }
    >
  >
}

function Fields({ operation, lang }: { readonly operation: DescribedOperation; readonly lang: Lang }) {
  const t = translator(webTexts, lang)
  const body = operation.requestBody as BodyShape | undefined
  const schema = Object.values(body?.content ?? {})[0]?.schema
  const names = Object.keys(schema?.properties ?? {})
  if (names.length === 0) return null
  return (
    <div class="small">
      {t('api.fields')}:{' '}
      {names.map((name, index) => (
        <>
          {index > 0 && ', '}
          <code>{name}</code>
          {schema?.required?.includes(name) && ` (${t('api.required')})`}
        </>
      ))}
    </div>
  )
}

function codesOf(slice: Slice, lang: Lang): { code: string; text: string }[] {
  const refusals = slice.texts[lang]['refusals']
  if (typeof refusals !== 'object') return []
  return Object.entries(refusals).flatMap(([code, text]) => (typeof text === 'string' ? [{ code, text }] : []))
}
