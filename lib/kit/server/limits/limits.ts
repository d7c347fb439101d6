import * as z from 'zod'

const count = z.coerce.number().int().min(1).max(1_000_000)

/** What one visitor, and all together, may take: the variables that set it, with what honest use never meets. */
export const limitsEnvironment = z.object({
  REQUESTS_AT_ONCE: count.default(48),
  REQUESTS_AT_ONCE_PER_ADDRESS: count.default(8),
  REQUESTS_WAITING: count.default(1_024),
  REQUESTS_WAITING_PER_ADDRESS: count.default(128),
  CONNECTIONS_PER_ADDRESS: count.default(512),
  REQUESTS_PER_ADDRESS: count.default(12_000),
  COMMANDS_PER_PERSON: count.default(3_000),
  GUESTS_PER_ADDRESS: count.default(1_000),
  REFUSALS_PER_PERSON: count.default(10_000),
  PASSWORDS_AT_ONCE: count.max(3).default(1),
  SOCKETS: count.default(5_000),
  SOCKETS_PER_ADDRESS: count.default(256),
  SOCKETS_PER_PERSON: count.default(64),
  MESSAGES_PER_SOCKET: count.default(500),
  MESSAGES_PER_PERSON: count.default(3_000),
  MESSAGES_PER_ADDRESS: count.default(12_000),
  GUEST_DAYS: count.default(7),
})

export type Limits = ReturnType<typeof toLimits>

export const toLimits = (given: z.infer<typeof limitsEnvironment>) => ({
  requests: {
    atOnce: given.REQUESTS_AT_ONCE,
    atOncePerKey: given.REQUESTS_AT_ONCE_PER_ADDRESS,
    waiting: given.REQUESTS_WAITING,
    waitingPerKey: given.REQUESTS_WAITING_PER_ADDRESS,
  },
  connectionsPerAddress: given.CONNECTIONS_PER_ADDRESS,
  requestsPerAddress: given.REQUESTS_PER_ADDRESS,
  commandsPerPerson: given.COMMANDS_PER_PERSON,
  guestsPerAddress: given.GUESTS_PER_ADDRESS,
  refusalsPerPerson: given.REFUSALS_PER_PERSON,
  passwordsAtOnce: given.PASSWORDS_AT_ONCE,
  sockets: {
    all: given.SOCKETS,
    perAddress: given.SOCKETS_PER_ADDRESS,
    perPerson: given.SOCKETS_PER_PERSON,
    messages: given.MESSAGES_PER_SOCKET,
    messagesPerPerson: given.MESSAGES_PER_PERSON,
    messagesPerAddress: given.MESSAGES_PER_ADDRESS,
  },
  guestDays: given.GUEST_DAYS,
})

/** What the limits are where nothing is said. */
export const defaultLimits = toLimits(limitsEnvironment.parse({}))
