import { v5 as uuidv5 } from 'uuid'
import type { DomainEvent, EventMetadata } from '../../../../kit/events/recorded-event'
import type { NewEvent } from '../../../../kit/server/store/event-store'
import { shopEvents } from '../../../wire/events/shop-events'

const namespace = '5f0e3b0c-7a55-5b0e-9d43-2c8f6a1b7e94'

/** Makes events of what a file tells, all of them of one story: of an invoice, or of the import itself. */
export const createStory = (fileName: string, subject: string, newId: () => string) => {
  const story = uuidv5(`${fileName}/${subject}`, namespace)
  const metadata: EventMetadata = {
    actor: { kind: 'import', id: fileName },
    correlationId: story,
    causationId: story,
    commandId: null,
  }
  return <E extends DomainEvent>(event: E, occurredAt: string): NewEvent<E> => ({
    ...event,
    eventId: newId(),
    schemaVersion: shopEvents.currentVersionOf(event.type),
    metadata,
    occurredAt,
  })
}

export type Story = ReturnType<typeof createStory>
