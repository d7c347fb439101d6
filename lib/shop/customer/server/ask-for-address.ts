import { beginStory } from '../../../kit/events/cause'
import type { Actor, RecordedEvent } from '../../../kit/events/recorded-event'
import type { HandlerDependencies } from '../../../kit/server/commands/handle'
import type { Handled } from '../../../kit/server/commands/handled'
import { told } from '../../../kit/server/commands/told'
import type { Append, CommandOutcome } from '../../../kit/server/store/event-store'
import { newEvent } from '../../../kit/server/store/new-event'
import { streamOf } from '../../../kit/streams/stream-of'
import type { ChangeEmail, SignUp } from '../commands'
import { type CustomerRejection, decideCustomer } from '../decide'
import type { CustomerEvent } from '../events'
import type { CustomerState } from '../state'
import { storedCustomer } from '../wire/stored-customer'
import type { AddressTag } from './address-tag'
import { findHolder } from './find-holder'

export interface AddressDependencies extends Omit<HandlerDependencies, 'queue'> {
  readonly addressTag: AddressTag
}

export interface AddressRequest {
  readonly customerId: string
  readonly command: Omit<SignUp, 'heldBy'> | Omit<ChangeEmail, 'heldBy'>
  readonly actor: Actor
  readonly commandId?: string | undefined
  readonly expectedVersion?: number | undefined
  /** When it happened, where that isn't now. */
  readonly at?: Date | undefined
}

type Answer = Handled<CustomerEvent, CustomerRejection>

const maxAttempts = 40
const crowdedRetryMs = 1_000

/**
 * Gives a customer the address that they are to sign in with, where nobody else has it. It is looked up who has it, and the append
 * holds only if no event of this address came meanwhile: of any that ask for one address at once, on whatever nodes, one gets it,
 * and the others are told by the rules.
 */
export const askForAddress = async (
  dependencies: AddressDependencies,
  request: AddressRequest,
): Promise<Answer> => {
  const { store, aggregates, fingerprint, backOff } = dependencies
  const { customerId, command, commandId, expectedVersion } = request
  const stream = streamOf(storedCustomer, customerId)
  const proof = commandId === undefined ? undefined : fingerprint(command)
  const keep = async (outcome: CommandOutcome): Promise<Answer> =>
    told(
      store,
      stream,
      commandId === undefined ? outcome : await store.keepOutcome(stream, commandId, outcome, proof),
    )

  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    // 1. load: whose the address is, and who asks for it
    const tag = dependencies.addressTag(command.email)
    const { heldBy, seenUpTo } = await findHolder(dependencies, tag, command.email)
    const loaded = await aggregates.loadFresh(storedCustomer, customerId)
    const { state, version, position } = loaded
    if (expectedVersion !== undefined && expectedVersion !== version) {
      return keep({ type: 'conflict', expected: expectedVersion, actual: version })
    }

    // 2. decide
    const decision = decideCustomer({ ...command, heldBy }, state)
    if (decision.type === 'rejected') return keep(decision)
    if (decision.events.length === 0) {
      return keep({ type: 'accepted', fromVersion: version, version, position })
    }

    // 3. append
    const tags = [tag, ...tagOfFormer(dependencies, state)]
    const append: Append = {
      stream,
      expectedVersion: version,
      events: decision.events.map((event) => envelop(dependencies, request, event, tags)),
      commandId,
      fingerprint: proof,
    }
    const condition = { queries: [{ tags: [tag], after: seenUpTo }] }
    const result = await store.appendTogether({ appends: [append], condition })

    // 4. answer
    if (result.type === 'overloaded') return result
    const own = result.type === 'outdated' ? undefined : result.results[0]
    if (own?.type === 'written') {
      aggregates.advance(storedCustomer, customerId, loaded, decision.events, own)
      return { ...own, type: 'accepted', events: own.events as readonly RecordedEvent<CustomerEvent>[] }
    }
    if (own?.type === 'duplicate') return told(store, stream, own.outcome)
    if (own?.type === 'reused') return own
    await backOff(attempt)
  }
  return { type: 'overloaded', retryAfterMs: crowdedRetryMs }
}

/** An address that is given up has an event of its own there: who asks for it next finds that it is free. */
const tagOfFormer = ({ addressTag }: AddressDependencies, { email }: CustomerState): readonly string[] =>
  typeof email === 'string' ? [addressTag(email)] : []

const envelop = (
  { registry, newId, now }: AddressDependencies,
  { actor, command, commandId, at = now() }: AddressRequest,
  event: CustomerEvent,
  tags: readonly string[],
) =>
  newEvent(registry, event, {
    eventId: newId(),
    occurredAt: at.toISOString(),
    actor,
    cause: beginStory(commandId ?? newId()),
    command: { type: command.type, id: commandId },
    tags,
  })
