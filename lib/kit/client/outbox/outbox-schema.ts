import * as z from 'zod'
import type { RecordedEvent } from '../../events/recorded-event'
import type { Refusal } from '../../wire/command-action'
import { id } from '../../wire/text'
import type { CommandTypes } from './command-types'
import { emptyOutbox, type Outbox } from './outbox'
import type { TabMessage } from './tab-message'

/** What every entry that was kept says, whatever was asked for. */
export const keptEntry = {
  commandId: z.string(),
  expectedVersion: z.int().optional(),
  issuedAt: z.iso.datetime(),
  person: z.string().nullable(),
  tried: z.boolean(),
  answered: z.object({ version: z.int(), at: z.number() }).optional(),
  parked: z.boolean().optional(),
  keptMs: z.number().optional(),
}

/** Reads what others wrote down or said: earlier pages, and the browser's other tabs. */
export interface OutboxReader<Types extends CommandTypes = CommandTypes> {
  /** What was kept, without entries of a shape that isn't read any more; an empty outbox where that is nothing. */
  readonly readOutbox: (kept: unknown) => Outbox<Types['entry']>
  /** What another tab said; undefined where that can't be read: it may run another version of the page. */
  readonly readTabMessage: (data: unknown) => TabMessage<Types> | undefined
}

/** Enough to take it in: it comes from a page of this very site, which had it from the server. */
const eventSchema = <Event extends RecordedEvent>() =>
  z.custom<Event>(
    (value) =>
      z
        .object({
          type: z.string(),
          data: z.looseObject({}),
          version: z.int().min(1),
          metadata: z.looseObject({ commandId: z.string().nullable() }),
        })
        .safeParse(value).success,
  )

/** Makes a reader of entries of one kind. */
export const createOutboxReader = <Types extends CommandTypes>(
  entry: z.ZodType<Types['entry']>,
): OutboxReader<Types> => {
  const outbox = z.object({
    revision: z.int(),
    entries: z.array(entry),
    sentAt: z.record(z.string(), z.number()),
    sweptAt: z.number().optional(),
  })
  const anyOutbox = outbox.extend({ entries: z.array(z.unknown()) })
  const tabMessage = z.discriminatedUnion('type', [
    z.object({ type: z.literal('outbox'), outbox }),
    z.object({
      type: z.literal('confirmed'),
      streamId: id,
      events: z.array(eventSchema<RecordedEvent<Types['event']>>()),
    }),
    z.object({ type: z.literal('opened'), streamId: id, person: z.string().nullable() }),
    z.object({
      type: z.literal('refused'),
      entry,
      rejection: z.custom<Refusal<Types['rejection']>>(
        (value) => z.object({ type: z.string() }).safeParse(value).success,
      ),
    }),
  ])
  return {
    readOutbox: (kept) => {
      const parsed = anyOutbox.safeParse(kept)
      if (!parsed.success) return emptyOutbox
      return {
        ...parsed.data,
        entries: parsed.data.entries.flatMap((each) => entry.safeParse(each).data ?? []),
      }
    },
    readTabMessage: (data) => tabMessage.safeParse(data).data,
  }
}
