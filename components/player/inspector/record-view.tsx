import type { ReactNode } from 'react'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { formatCount, formatUtc } from '../../ui/format'
import { CopyButton } from '../timeline/copy-button'
import { HashCheck } from './hash-check'
import { ScrollPane } from './scroll-pane'

interface RecordViewProps {
  readonly event: RecordedEvent
  readonly previousHash: string | undefined
}

/** How the event stands in the log: its place, what caused it, its shape, and the chain of hashes it is a link of. */
export const RecordView = ({ event, previousHash }: RecordViewProps) => {
  const { metadata, version, position, streamType, streamId, stored, tags } = event
  return (
    <ScrollPane label="Record of the event">
      <dl className="grid gap-x-5 text-xs @[28rem]:grid-cols-[auto_1fr]">
        <Fact name="Event id" copy={event.eventId} />
        <Fact name="Stream" copy={`${streamType}/${streamId}`} />
        <Fact name="Place">{`${formatCount(version)} in the stream, ${formatCount(position)} in the log`}</Fact>
        {event.recordedAt && <Fact name="Recorded">{formatUtc(event.recordedAt)}</Fact>}
        <Fact name="Actor" copy={metadata.actor.id}>
          {`${metadata.actor.kind} ${metadata.actor.id}`}
        </Fact>
        <Fact name="Command" copy={metadata.commandId ?? undefined}>
          {[metadata.commandType, metadata.commandId].filter(Boolean).join(' ') || 'none'}
        </Fact>
        <Cause name="Causation" id={metadata.causationId} commandId={metadata.commandId} />
        <Cause name="Correlation" id={metadata.correlationId} commandId={metadata.commandId} />
        <Fact name="Type">{event.type}</Fact>
        <Fact name="Schema version">
          {stored
            ? `${event.schemaVersion}, written as ${stored.type} ${stored.schemaVersion}`
            : `${event.schemaVersion}, as written`}
        </Fact>
        {tags && <Fact name="Tags">{tags.join(', ')}</Fact>}
      </dl>
      <HashCheck key={event.eventId} event={event} previousHash={previousHash} />
    </ScrollPane>
  )
}

interface CauseProps {
  readonly name: string
  readonly id: string
  readonly commandId: string | null
}

/** Most events are caused by their command, and their story is what it did: then it needn't be told twice. */
const Cause = ({ name, id, commandId }: CauseProps) =>
  id === commandId ? <Fact name={name}>the command</Fact> : <Fact name={name} copy={id} />

interface FactProps {
  readonly name: string
  /** What its button copies, and what is shown unless something else is. */
  readonly copy?: string | undefined
  readonly children?: ReactNode
}

const Fact = ({ name, copy, children = copy }: FactProps) => (
  <>
    <dt className="text-muted @[28rem]:py-1.5">{name}</dt>
    <dd className="-mt-1 flex min-h-8 min-w-0 items-center justify-between gap-2 font-mono tabular-nums @[28rem]:mt-0">
      <span className="wrap-anywhere min-w-0 py-1">{children}</span>
      {copy !== undefined && <CopyButton text={copy} what={name.toLowerCase()} className="-my-1" />}
    </dd>
  </>
)
