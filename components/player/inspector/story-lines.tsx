import { cn } from '../../ui/cn'
import type { StreamView } from '../view/stream-view'
import { kindOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'
import type { StoryEdge, StoryGraph, StoryNode } from './story-graph'

/** Of a row of the graph, in pixels; rows and beads share it. */
export const rowHeight = 52
const bend = 6

/** In pixels: many lanes stand closer. */
const laneWidthOf = ({ lanes }: StoryGraph): number => (lanes > 4 ? 12 : 18)
export const graphWidth = (graph: StoryGraph): number => graph.lanes * laneWidthOf(graph)

const x = ({ lane }: StoryNode, laneWidth: number): number => (lane + 0.5) * laneWidth
const y = ({ row }: StoryNode): number => (row + 0.5) * rowHeight

interface StoryLinesProps {
  readonly graph: StoryGraph
  /** The selected event's id. */
  readonly selected: string
}

/** The graph's lines and beads. What it shows is told by the list beside it. */
export const StoryLines = ({ graph, selected }: StoryLinesProps) => {
  const view = useStreamView()
  const laneWidth = laneWidthOf(graph)
  const height = graph.nodes.length * rowHeight
  return (
    <svg
      aria-hidden="true"
      width={graphWidth(graph)}
      height={height}
      className="absolute top-0 left-0"
      fill="none"
    >
      {graph.edges.map((edge) => (
        <path key={edge.to.key} d={pathOf(edge, laneWidth)} className="stroke-edge/70" strokeWidth={1.25} />
      ))}
      {graph.nodes.map((node) => (
        <Bead
          key={node.key}
          node={node}
          center={x(node, laneWidth)}
          color={colorOf(view, node)}
          isSelected={node.key === selected}
        />
      ))}
    </svg>
  )
}

/** Down in the cause's lane, or beside it, and then across to what it caused. */
const pathOf = ({ from, to, goesAround }: StoryEdge, laneWidth: number): string => {
  const [start, end] = [x(from, laneWidth), x(to, laneWidth)]
  const down = goesAround ? start + laneWidth / 2 : start
  const aside = goesAround ? `Q${down} ${y(from)} ${down} ${y(from) + bend}` : ''
  const side = end > down ? bend : -bend
  const across = end === down ? '' : `Q${down} ${y(to)} ${down + side} ${y(to)}H${end}`
  return `M${start} ${y(from)}${aside}V${across ? y(to) - bend : y(to)}${across}`
}

/** Events of other types of streams are ink. */
const colorOf = (view: StreamView, { what }: StoryNode): string =>
  what.type === 'event' && what.event.streamType === view.streamType
    ? kindOf(view, what.event.type).color
    : 'text-ink'

interface BeadProps {
  readonly node: StoryNode
  readonly center: number
  readonly color: string
  readonly isSelected: boolean
}

const Bead = ({ node, center, color, isSelected }: BeadProps) =>
  node.what.type === 'event' ? (
    <circle
      cx={center}
      cy={y(node)}
      r={isSelected ? 6 : 4.5}
      strokeWidth={1.5}
      className={cn('stroke-current', color, isSelected ? 'fill-current' : 'fill-card')}
    />
  ) : (
    <rect
      x={center - 4}
      y={y(node) - 4}
      width={8}
      height={8}
      strokeWidth={1.5}
      transform={`rotate(45 ${center} ${y(node)})`}
      className="fill-card stroke-muted"
    />
  )
