'use client'

import type { ReactNode } from 'react'
import { formatUtc } from '@/components/ui/format'
import { Time } from '@/components/ui/time'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'
import { CopyButton } from './copy-button'

interface EventDetailsProps {
  readonly id: string
  readonly event: RecordedCartEvent
  readonly onSeek: (version: number) => void
}

/** All there is to know of one event: its data, and how it came to be. */
export const EventDetails = ({ id, event, onSeek }: EventDetailsProps) => {
  const { metadata, version } = event
  const json = JSON.stringify(event.data, null, 2)
  return (
    <div id={id} className="col-span-full pr-4 pb-4 pl-16">
      <div className="border-edge/60 border-l pt-1 pl-6">
        <div className="relative rounded-md bg-edge/15">
          <pre className="whitespace-pre-wrap py-3 pr-12 pl-3.5 font-mono text-[12px] text-ink leading-relaxed wrap-anywhere">
            {json}
          </pre>
          <CopyButton text={json} what={`data of event ${version}`} className="absolute top-1 right-1" />
        </div>
        <dl className="mt-3 grid gap-x-4 text-[12px] @[28rem]:grid-cols-[auto_1fr] @[28rem]:gap-y-1">
          <Fact name="Happened">
            <Time iso={event.occurredAt} format="full" /> <span className="text-muted">local</span>
            <span className="block text-muted">{formatUtc(event.occurredAt)}</span>
          </Fact>
          <Fact name="Actor">{`${metadata.actor.kind} ${metadata.actor.id}`}</Fact>
          <Fact name="Event id">{event.eventId}</Fact>
          <Fact name="Position">{`${event.position} in the log, ${version} in the cart`}</Fact>
          <Fact name="Schema version">{schemaVersionText(event)}</Fact>
          <Fact name="Correlation">{metadata.correlationId}</Fact>
          <Fact name="Causation">{metadata.causationId}</Fact>
          <Fact name="Command id">{metadata.commandId ?? 'none'}</Fact>
        </dl>
        <button
          type="button"
          onClick={() => onSeek(version)}
          className="mt-3 h-8 rounded-md border border-line bg-card px-3 font-medium text-[13px] hover:border-muted pointer-coarse:h-11"
        >
          {`See the cart at version ${version}`}
        </button>
      </div>
    </div>
  )
}

const schemaVersionText = ({ schemaVersion, stored }: RecordedCartEvent): string =>
  stored ? `${schemaVersion}, written as ${stored.type} ${stored.schemaVersion}` : `${schemaVersion}`

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 font-mono tabular-nums wrap-anywhere @max-[28rem]:mb-1.5">{children}</dd>
  </>
)
