import type { IncomingMessage } from 'node:http'
import { type Budget, createBudget, createOwnBudgets, type Spent } from '../../limits/budget'
import type { Limits } from '../../limits/limits'
import type { FindCaller } from '../caller'
import type { HttpRefusal } from '../refusal'
import { tooMany } from './busy'

const minute = 60
const hour = 60 * minute

/** What is left of whose budget. */
export interface Spending {
  /** Before anything is known of who asks. */
  readonly byAddress: (request: IncomingMessage, visitor: string) => Promise<HttpRefusal | undefined>
  /** By who asks; their look-up counts among what is done at once. */
  readonly byCaller: (request: IncomingMessage, visitor: string) => Promise<HttpRefusal | undefined>
}

/**
 * Addresses have a budget of requests, and of guests that are made for them; people one of what they change. An API key
 * has its own, where it was given one, and takes none of its address's.
 */
export const createSpending = (limits: Limits, findCaller: FindCaller): Spending => {
  const requests = createBudget(limits.requestsPerAddress, minute)
  const commands = createBudget(limits.commandsPerPerson, minute)
  const guests = createBudget(limits.guestsPerAddress, hour)
  const keys = createOwnBudgets(minute)
  const ofAddress = (visitor: string) => spend(requests, visitor, 'Too many requests from your address')

  return {
    byAddress: async ({ headers }, visitor) => (headers.authorization ? undefined : ofAddress(visitor)),
    byCaller: async (request, visitor) => {
      const isProgram = request.headers.authorization !== undefined
      if (!isProgram && !changesSomething(request)) return undefined
      const caller = await findCaller(request.headers)
      if (caller?.key) {
        const { id, perMinute } = caller.key
        return perMinute === undefined
          ? undefined
          : refusalOf(await keys.spend(id, perMinute), 'Too many requests with this API key')
      }
      if (isProgram) return ofAddress(visitor)
      if (caller) return spend(commands, caller.identity.userId, 'Too many changes at once')
      return isAction(request) ? spend(guests, visitor, 'Too many new guests from your address') : undefined
    },
  }
}

const spend = async (budget: Budget, key: string, what: string): Promise<HttpRefusal | undefined> =>
  refusalOf(await budget.spend(key), what)

const refusalOf = (spent: Spent, what: string): HttpRefusal | undefined =>
  spent.type === 'over' ? tooMany(what, spent.retryAfterMs) : undefined

const changesSomething = ({ method }: IncomingMessage): boolean =>
  method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

/** A server action of somebody unknown makes them a guest. */
const isAction = ({ headers }: IncomingMessage): boolean => headers['next-action'] !== undefined
