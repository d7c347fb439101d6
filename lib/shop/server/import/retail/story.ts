import { v5 as uuidv5 } from 'uuid'
import { beginStory } from '../../../../kit/events/cause'
import type { DomainEvent } from '../../../../kit/events/recorded-event'
import type { NewEvent } from '../../../../kit/server/store/event-store'
import { newEvent } from '../../../../kit/server/store/new-event'
import type { ShopActor } from '../../../actor'
import { shopEvents } from '../../../wire/events/shop-events'

const namespace = '5f0e3b0c-7a55-5b0e-9d43-2c8f6a1b7e94'

/** Makes events of what a file tells, all of them of one story: of an invoice, or of the import itself. */
export const createStory = (fileName: string, subject: string, newId: () => string) => {
  const actor: ShopActor = { kind: 'import', id: fileName }
  const cause = beginStory(uuidv5(`${fileName}/${subject}`, namespace))
  return <E extends DomainEvent>(event: E, occurredAt: string): NewEvent<E> =>
    newEvent(shopEvents, event, { eventId: newId(), occurredAt, actor, cause })
}

export type Story = ReturnType<typeof createStory>
