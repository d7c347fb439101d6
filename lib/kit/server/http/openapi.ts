import * as z from 'zod'
import type { AnyEndpoint } from '../../wire/api-endpoint'

const refTo = (name: string) => `#/components/schemas/${name}`

type JsonSchema = z.core.JSONSchema.JSONSchema

/** What an application says of its API. */
interface Described {
  readonly info: {
    readonly title: string
    readonly version: string
    readonly description: string
    readonly license: { readonly name: string; readonly identifier: string }
  }
  readonly endpoints: readonly AnyEndpoint[]
  /** Those that it refers to by name. */
  readonly schemas: Readonly<Record<string, z.ZodType>>
  readonly sessionCookie: string
}

/** The OpenAPI 3.1 description of endpoints. */
export const openApiDocument = ({ info, endpoints, schemas, sessionCookie }: Described) => {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(endpoint, schemas),
    }
  }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: namedSchemas(schemas),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'Made by `npm run key:create`' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
      },
    },
  }
}

const operation = (endpoint: AnyEndpoint, schemas: Readonly<Record<string, z.ZodType>>) => {
  const {
    name,
    summary,
    access,
    params,
    query,
    headers,
    body,
    status,
    answer,
    files = [],
    validated,
  } = endpoint
  const { contentType = 'application/json' } = endpoint
  return {
    operationId: name,
    summary,
    security: access === 'anyone' ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: [
      ...parametersIn('path', params),
      ...parametersIn('query', query),
      ...parametersIn('header', headers),
      ...(validated ? [ifNoneMatch] : []),
    ],
    ...(body && {
      requestBody: {
        required: !body.isOptional(),
        content: { 'application/json': { schema: inline(body, 'input') } },
      },
    }),
    responses: {
      [status]: {
        description: summary,
        content: {
          [contentType]: { schema: refOrInline(answer, schemas) },
          ...Object.fromEntries(files.map((type) => [type, { schema: { type: 'string' } }])),
        },
        ...(status === 201 && { headers: { location: { schema: { type: 'string' } } } }),
        ...(validated && { headers: { ETag: { schema: { type: 'string' } } } }),
      },
      ...(validated && { 304: { description: 'The sender has it already' } }),
      ...problems(refusalsOf(endpoint)),
    },
  }
}

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'An `ETag` that was answered before',
  schema: { type: 'string' },
}

const parametersIn = (place: 'path' | 'query' | 'header', schema: z.ZodType | undefined) => {
  const { properties = {}, required = [] } = schema ? inline(schema, 'input') : {}
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as JsonSchema
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description && { description }),
      schema: rest,
    }
  })
}

/** Its own refusals, and those that come with what kind of endpoint it is. */
const refusalsOf = ({ method, access, body, refusals }: AnyEndpoint): Record<string, string> => ({
  400: 'Malformed: `errors` names the fields, also those that are not known',
  ...(access !== 'anyone' && { 401: 'Unauthenticated: `WWW-Authenticate` says how to be known' }),
  ...(method === 'POST' && { 403: "CrossSite: sent by another site's page with this site's cookie" }),
  ...(access === 'staff' && { 403: 'Forbidden: for staff alone' }),
  ...(body && { 413: 'TooLarge', 415: 'UnsupportedMediaType' }),
  503: 'Unavailable: try again after `Retry-After` seconds',
  ...refusals,
})

const problems = (refusals: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: { $ref: refTo('Problem') } } } },
    ]),
  )

const refOrInline = (schema: z.ZodType, schemas: Readonly<Record<string, z.ZodType>>) => {
  const name = Object.keys(schemas).find((known) => schemas[known] === schema)
  return name ? { $ref: refTo(name) } : inline(schema, 'output')
}

const inline = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, override: keepDefault })
  return rest
}

/** Zod leaves the default out where the input is another type than the output, as in every query. */
const keepDefault = ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }) => {
  const { def } = zodSchema._zod
  if (def.type === 'default') jsonSchema.default = def.defaultValue as JsonSchema['default']
}

const namedSchemas = (schemas: Readonly<Record<string, z.ZodType>>) => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const { schemas: made } = z.toJSONSchema(registry, { uri: refTo })
  return Object.fromEntries(Object.entries(made).map(([name, { $schema, $id, ...rest }]) => [name, rest]))
}
