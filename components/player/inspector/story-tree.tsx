'use client'

import { useMemo, useState } from 'react'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { streamKeyOf } from '@/lib/kit/events/stream-name'
import type { StoryEvent, StoryPage } from '@/lib/kit/wire/api-stories'
import { eventPage } from '../view/event-page'
import { useStreamView } from '../view/use-stream-view'
import { storyGraph } from './story-graph'
import { graphWidth, StoryLines } from './story-lines'
import { StoryRows } from './story-rows'

interface StoryTreeProps {
  readonly story: StoryPage
  readonly selected: RecordedEvent
  readonly onSelect: (version: number) => void
}

/** The story as a graph to be walked: its lines to see, its rows a list that says the same. One row is a tab stop. */
export const StoryTree = ({ story, selected, onSelect }: StoryTreeProps) => {
  const view = useStreamView()
  const home = streamKeyOf(selected)
  const graph = useMemo(() => storyGraph(story.events, home), [story, home])
  const [walked, setWalked] = useState(selected.eventId)
  const isHere = (event: StoryEvent) => streamKeyOf(event) === home
  const rows = graph.nodes.flatMap(({ what }) =>
    what.type === 'event' && eventPage(view, what.event) ? [what.event] : [],
  )
  const stop = rows.find(({ eventId }) => eventId === walked) ?? rows[0]
  return (
    <div className="relative">
      <StoryLines graph={graph} selected={selected.eventId} />
      <div style={{ paddingLeft: graphWidth(graph) + 8 }}>
        <StoryRows
          label="Causes, each with what it led to"
          nodes={graph.roots}
          selected={selected.eventId}
          stop={stop?.eventId}
          isHere={isHere}
          onSelect={onSelect}
          onWalk={setWalked}
        />
      </div>
    </div>
  )
}
