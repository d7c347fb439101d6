import { streamKeyOf } from '@/lib/kit/events/stream-name'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'

/** What began something and isn't an event of the story's page: a command, or whatever else was named as the cause. */
export interface StoryCause {
  readonly type: 'command' | 'cause'
  readonly id: string
  /** The first event it caused. */
  readonly first: StoryEvent
}

/** A node of the story's graph, with what it caused. Lane 0 is outside of all streams. */
export interface StoryNode {
  readonly key: string
  readonly what: { readonly type: 'event'; readonly event: StoryEvent } | StoryCause
  readonly row: number
  readonly lane: number
  readonly children: readonly StoryNode[]
}

/** Leads from a cause to what it caused; around what stands between them in the cause's lane. */
export interface StoryEdge {
  readonly from: StoryNode
  readonly to: StoryNode
  readonly goesAround: boolean
}

export interface StoryGraph {
  readonly roots: readonly StoryNode[]
  /** All nodes from top to bottom: each cause before what it caused. */
  readonly nodes: readonly StoryNode[]
  readonly edges: readonly StoryEdge[]
  readonly lanes: number
}

/** Streams beyond that many share the last lane. */
const maxLanes = 7

/** The graph of a story's events, oldest first: what caused what, in rows, and a lane for each stream from `home` on. */
export const storyGraph = (events: readonly StoryEvent[], home: string): StoryGraph => {
  const streams = [...new Set([home, ...events.map(streamKeyOf)])]
  const laneOf = ({ what }: Draft): number =>
    what.type === 'event' ? Math.min(streams.indexOf(streamKeyOf(what.event)) + 1, maxLanes) : 0
  const nodes: StoryNode[] = []
  const place = (draft: Draft): StoryNode => {
    const children: StoryNode[] = []
    const node = { key: draft.key, what: draft.what, row: nodes.length, lane: laneOf(draft), children }
    nodes.push(node)
    for (const child of draft.children) children.push(place(child))
    return node
  }
  const roots = draftsOf(events).map(place)
  return { roots, nodes, edges: edgesOf(nodes), lanes: 1 + Math.min(streams.length, maxLanes) }
}

/** What an event began with that isn't an event itself. */
export const beganWith = (event: StoryEvent): StoryCause => {
  const isOfCommand = event.commandId !== null || event.commandType !== undefined
  const id = event.commandId ?? event.causationId
  return { type: isOfCommand ? 'command' : 'cause', id, first: event }
}

interface Draft {
  readonly key: string
  readonly what: StoryNode['what']
  readonly children: Draft[]
}

/** Who caused whom. Only what came earlier can be a cause, so that there are no circles. */
const draftsOf = (events: readonly StoryEvent[]): readonly Draft[] => {
  const roots: Draft[] = []
  const known = new Map<string, Draft>()
  const put = (key: string, what: StoryNode['what'], parent?: Draft): Draft => {
    const draft = { key, what, children: [] }
    known.set(key, draft)
    ;(parent?.children ?? roots).push(draft)
    return draft
  }
  const causeOf = (event: StoryEvent): Draft => {
    const earlier = known.get(event.causationId)
    const cause = beganWith(event)
    if (cause.type === 'cause' && earlier) return earlier
    const key = `${cause.type} ${cause.id}`
    return known.get(key) ?? put(key, cause, earlier)
  }
  for (const event of events) put(event.eventId, { type: 'event', event }, causeOf(event))
  return roots
}

const edgesOf = (nodes: readonly StoryNode[]): StoryEdge[] =>
  nodes.flatMap((from) =>
    from.children.map((to) => ({
      from,
      to,
      goesAround: nodes.slice(from.row + 1, to.row).some(({ lane }) => lane === from.lane),
    })),
  )
