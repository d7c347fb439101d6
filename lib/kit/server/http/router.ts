import findMyWay from 'find-my-way'
import type { AnyEndpoint } from '../../wire/api-endpoint'
import { type HttpRefusal, notAllowed, refuse } from './refusal'

type Operations<Operation> = ReadonlyMap<string, Operation>

export type Routed<Operation> =
  | { readonly type: 'found'; readonly operation: Operation; readonly params: unknown }
  | { readonly type: 'options'; readonly allow: string }
  | HttpRefusal

/** Longer than any address that a server of Node's takes. */
const maxParamLength = 16 * 1024

/**
 * Finds what is asked for by method and path, among operations that each say their endpoint. HEAD is GET's; a path is what it
 * is, to the letter and the slash, but for what is percent-encoded in it, and no part of it is empty.
 * @throws Error when two operations have the same endpoint.
 */
export const createRouter = <Operation extends { readonly endpoint: AnyEndpoint }>(
  operations: readonly Operation[],
) => {
  const byPath = new Map<string, Map<string, Operation>>()
  for (const operation of operations) {
    const { method, path } = operation.endpoint
    const there = byPath.get(path) ?? new Map<string, Operation>()
    if (there.has(method)) throw new Error(`${method} ${path} is served twice`)
    byPath.set(path, there.set(method, operation))
  }
  const router = findMyWay({ maxParamLength, querystringParser: () => ({}) })
  for (const [path, there] of byPath) router.on('GET', toPattern(path), nothing, served(there))

  return (method: string, path: string): Routed<Operation> => {
    const found = router.find('GET', path)
    if (!found || Object.values(found.params).includes('')) return nowhere(path)
    const { operations, allow } = found.store as Served<Operation>
    const operation = operations.get(method)
    if (operation) return { type: 'found', operation, params: found.params }
    return method === 'OPTIONS' ? { type: 'options', allow } : notAllowed(method, allow)
  }
}

interface Served<Operation> {
  readonly operations: Operations<Operation>
  readonly allow: string
}

const served = <Operation>(there: Operations<Operation>): Served<Operation> => {
  const get = there.get('GET')
  const operations = new Map(get ? [['GET', get], ['HEAD', get], ...there] : there)
  return { operations, allow: [...operations.keys(), 'OPTIONS'].join(', ') }
}

/** `{name}` as the router has it; a colon of a path's own would be taken for one. */
const toPattern = (path: string): string => path.replaceAll(':', '::').replace(/\{(\w+)\}/g, ':$1')

/** The router wants something to call; here it only finds. */
const nothing = () => undefined

const nowhere = (path: string) => refuse(404, 'NotFound', `There is no ${path} here; see /api/openapi.json.`)
