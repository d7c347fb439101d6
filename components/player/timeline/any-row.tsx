'use client'

import type { EventStage } from './kind-mark'
import type { Row } from './row'
import { TimelineRow } from './timeline-row'
import { TimelineRun } from './timeline-run'

interface AnyRowProps {
  readonly row: Row
  /** The version looked at. */
  readonly version: number
  readonly current: boolean
  readonly isLive: boolean
  readonly selected: boolean
  readonly marks: readonly string[]
  readonly beginsDay: boolean
  readonly idle: number | undefined
  readonly tabIndex: 0 | -1
  readonly onSeek: (version: number) => void
  readonly onSelect: (version: number) => void
  readonly onToggleRun: (first: number) => void
}

/** A row of an event, or of a run of them. */
export const AnyRow = (props: AnyRowProps) => {
  const { row, version, marks, onSelect, onToggleRun, ...shared } = props
  const stage = stageOf(row, version, shared.isLive)
  if (row.type === 'run') return <TimelineRun row={row} stage={stage} onToggle={onToggleRun} {...shared} />
  return (
    <TimelineRow
      version={row.version}
      event={row.event}
      text={row.text}
      at={row.at}
      actor={row.recorded?.metadata.actor}
      stage={stage}
      inRun={row.inRun}
      marks={marks}
      onSelect={onSelect}
      {...shared}
    />
  )
}

/** A run happened once its first event did. */
const stageOf = (row: Row, version: number, isLive: boolean): EventStage => {
  if (row.type === 'event' && row.event && !row.recorded) return 'pending'
  return isLive || (row.type === 'run' ? row.first : row.version) <= version ? 'happened' : 'ahead'
}
