import type { Lang } from '../../core/base/index.ts'
import { translator } from '../../core/base/index.ts'
import type { Route, Slice } from '../../core/web/index.ts'
import type { Shape } from './coerce.ts'
import { type ShellOperation, shellOperations } from './shell-operations.ts'
import { apiPrefix } from './slice-routes.ts'
import { shellTexts } from './texts.ts'

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly security: readonly Record<string, readonly string[]>[]
  readonly tags: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly unknown[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, unknown>>
  readonly security?: readonly Record<string, readonly string[]>[]
}

/**
 * The whole interface as OpenAPI 3.1, made from the same declarations that serve it, so it cannot fall behind.
 *
 * @param origin address of the installation: `https://opora.example.ru`
 */
export function openApiOf(slices: readonly Slice[], version: string, origin: string, lang: Lang): OpenApi {
  const say = translator(shellTexts, lang)
  const paths: Record<string, Record<string, Operation>> = {}
  const put = (path: string, method: string, operation: Operation) => {
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method]: operation }
  }
  for (const operation of shellOperations) put(apiPrefix + operation.path, operation.method, ofShell(operation, lang))
  for (const slice of slices) {
    for (const route of slice.routes)
      put(apiPrefix + route.path, route.kind === 'action' ? 'post' : 'get', ofRoute(slice.name, route, lang))
  }
  return {
    openapi: '3.1.0',
    info: { title: say('openapi.title'), version, description: say('openapi.description') },
    servers: [{ url: origin }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags: ['shell', ...slices.map(slice => slice.name)].map(name => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'opora' },
      },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: say('openapi.problem'),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'params', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    params: { type: 'object' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    details: {},
    requestId: { type: 'string' },
  },
}

const refused = { default: { $ref: '#/components/responses/Problem' } }

function ofRoute(slice: string, route: Route, lang: Lang): Operation {
  const say = translator(shellTexts, lang)
  const permission =
    route.permission === 'signed-in'
      ? say('openapi.signedIn')
      : say('openapi.permission', { permission: route.permission })
  const common = {
    operationId: route.id,
    tags: [slice],
    summary: route.summary[lang],
    description: route.kind === 'action' && route.once ? `${permission} ${say('openapi.once')}` : permission,
  }
  const inPath = parametersOf(route.params, 'path')
  if (route.kind === 'action') {
    return {
      ...common,
      parameters: route.once ? [...inPath, idempotencyKey] : inPath,
      requestBody: bodyOf(route.body as Shape),
      responses: { 200: json(say('openapi.ok'), route.result), ...refused },
    }
  }
  const parameters = [...inPath, ...parametersOf(route.query, 'query')]
  if (route.kind === 'view')
    return { ...common, parameters, responses: { 200: json(say('openapi.data'), route.data), ...refused } }
  return {
    ...common,
    parameters,
    responses: { 200: { description: say('openapi.file'), content: { [route.mediaType]: {} } }, ...refused },
  }
}

function ofShell(operation: ShellOperation, lang: Lang): Operation {
  const say = translator(shellTexts, lang)
  return {
    operationId: operation.id,
    tags: ['shell'],
    summary: say(`openapi.operations.${operation.text}`),
    description: say(operation.public ? 'openapi.public' : 'openapi.signedIn'),
    ...(operation.body ? { requestBody: bodyOf(operation.body as Shape) } : {}),
    responses: { 200: json(say('openapi.ok'), operation.result), ...refused },
    ...(operation.public ? { security: [] } : {}),
  }
}

const idempotencyKey = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }

function parametersOf(shape: Shape, place: 'path' | 'query'): unknown[] {
  return Object.entries(shape.properties ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || (shape.required?.includes(name) ?? false),
    schema,
  }))
}

function json(description: string, schema: unknown) {
  return { description, content: { 'application/json': { schema } } }
}

/** A body with files travels as a multipart form, every other one as JSON. */
function bodyOf(shape: Shape): unknown {
  const mediaType = hasUpload(shape) ? 'multipart/form-data' : 'application/json'
  return {
    required: (shape.required ?? []).length > 0,
    content: { [mediaType]: { schema: hasUpload(shape) ? withFiles(shape) : shape } },
  }
}

/** Whether a body has a field for a file. */
export function hasUpload(shape: Shape): boolean {
  if (shape.format === 'upload') return true
  return Object.values(shape.properties ?? {}).some(hasUpload) || (shape.items !== undefined && hasUpload(shape.items))
}

function withFiles(shape: Shape): unknown {
  if (shape.format === 'upload') return { type: 'string', contentMediaType: 'application/octet-stream' }
  return {
    ...shape,
    ...(shape.items ? { items: withFiles(shape.items) } : {}),
    ...(shape.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(shape.properties).map(([name, each]) => [name, withFiles(each)]),
          ),
        }
      : {}),
  }
}
