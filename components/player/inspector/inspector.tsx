'use client'

import { Tabs } from '@base-ui/react/tabs'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { Skeleton } from '../../ui/skeleton'
import { ChangeView } from './change-view'
import { EventHeading } from './event-heading'
import { PayloadView } from './payload-view'
import { RecordView } from './record-view'
import { StoryView } from './story-view'
import { type Inspected, useInspected } from './use-inspected'
import { type InspectorTab, inspectorTabs, useInspectorTab } from './use-inspector-tab'

export interface InspectorProps {
  readonly id: string
  readonly session: StreamSession
  readonly playhead: Playhead
  /** The selected event's. */
  readonly version: number
  readonly onClose: () => void
  readonly onSelect: (version: number) => void
  /** Goes on to a neighbouring event. */
  readonly onStep: (version: number) => void
}

const names: Record<InspectorTab, string> = {
  change: 'Change',
  data: 'Data',
  story: 'Story',
  record: 'Record',
}

/** What there is to know of one event, under its heading: what it changed, what it says, its story, its record. */
export const Inspector = ({ session, playhead, version, onSelect, onClose }: InspectorProps) => {
  const inspected = useInspected(session, version)
  const { tab, show } = useInspectorTab()
  if (!inspected) return <Loading />
  const see = () => {
    playhead.jump(version)
    onClose()
  }
  return (
    <>
      <EventHeading inspected={inspected} onSee={see} />
      <Tabs.Root value={tab} onValueChange={show} className="flex min-h-0 flex-1 flex-col">
        <Tabs.List aria-label="Sides of the event" className="flex gap-5 border-line border-b px-4 sm:px-6">
          {inspectorTabs.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              className="-mb-px min-h-10 border-transparent border-b-2 text-muted text-md -outline-offset-2 hover:text-ink data-active:border-ink data-active:font-medium data-active:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
            >
              {names[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          <View tab={tab} inspected={inspected} onSelect={onSelect} />
        </Tabs.Panel>
      </Tabs.Root>
    </>
  )
}

interface ViewProps {
  readonly tab: InspectorTab
  readonly inspected: Inspected
  readonly onSelect: (version: number) => void
}

const View = ({ tab, inspected, onSelect }: ViewProps) => {
  const { event, previousHash } = inspected
  switch (tab) {
    case 'change':
      return <ChangeView inspected={inspected} />
    case 'data':
      return <PayloadView event={event} />
    case 'story':
      return <StoryView key={event.metadata.correlationId} event={event} onSelect={onSelect} />
    case 'record':
      return <RecordView event={event} previousHash={previousHash} />
  }
}

const Loading = () => (
  <div role="status" aria-label="Loading the event" className="space-y-3 px-4 pt-3 sm:px-6">
    <Skeleton className="h-5 w-2/3" />
    <Skeleton className="h-4 w-1/2" />
    <Skeleton className="h-40 w-full" />
  </div>
)
