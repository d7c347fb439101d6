import type { Identity } from '../../wire/identity'
import type { Operation } from './operation'
import { problemResponse, refuse } from './refusal'
import type { RouteContext } from './route-context'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof methods)[number]

type RouteHandler = (request: Request, route: { readonly params: Promise<unknown> }) => Promise<Response>
type Routes = Record<Method, RouteHandler>

/** A route's methods, over a context that is asked for anew with each request. */
export const createRoutes =
  <Person extends Identity>(contextOf: () => RouteContext<Person>) =>
  (...operations: readonly Operation<Person>[]): Routes => {
    const served = new Map<Method, Operation<Person>>(
      operations.map((operation) => [operation.method, operation]),
    )
    const get = served.get('GET')
    if (get) served.set('HEAD', get)
    const allow = [...methods.filter((method) => served.has(method)), 'OPTIONS'].join(', ')

    const handlerOf = (method: Method): RouteHandler => {
      const operation = served.get(method)
      if (operation)
        return async (request, { params }) => operation.respond(contextOf(), request, await params)
      if (method === 'OPTIONS') return async () => new Response(null, { status: 204, headers: { allow } })
      return async () => problemResponse(methodNotAllowed(method, allow))
    }
    return Object.fromEntries(methods.map((method) => [method, handlerOf(method)])) as Routes
  }

const methodNotAllowed = (method: Method, allow: string) =>
  refuse(405, 'MethodNotAllowed', `${method} does nothing here; use ${allow}.`, { headers: { allow } })

const nowhere: RouteHandler = async (request) => {
  const { pathname } = new URL(request.url)
  return problemResponse(refuse(404, 'NotFound', `There is no ${pathname} here; see /api/openapi.json.`))
}

/** The methods of a place where nothing is. */
export const noRoutes = Object.fromEntries(methods.map((method) => [method, nowhere])) as Routes
