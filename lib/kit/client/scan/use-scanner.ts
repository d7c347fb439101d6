'use client'

import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { eventAt } from '../../history/history'
import { fromScanLine, toScanLine } from '../../wire/scan'
import type { StreamSession } from '../session/stream-session'
import type { ScanProgress } from './messages'
import { type Scanner, scannerOf } from './scanner'

/** What a scan needs of a session. */
export type ScanSource = Pick<StreamSession, 'type' | 'path' | 'spawnScan' | 'head' | 'log'>

const nothingRead: ScanProgress = { type: 'read', upTo: 0 }
const never = () => () => undefined

/** The scanner of a session's stream, told of what arrives; null while there is no stream. */
export const useScanner = ({ type: { streamType }, path, spawnScan, head, log }: ScanSource) => {
  const scanner = useMemo<Scanner | null>(
    () => (path === null ? null : scannerOf({ streamType, path }, spawnScan)),
    [streamType, path, spawnScan],
  )
  const { history } = log

  useEffect(() => {
    scanner?.follow(head, (version) => {
      const event = eventAt(history, version)
      return event && fromScanLine(toScanLine(event))
    })
  }, [scanner, head, history])

  const progress = useSyncExternalStore(
    scanner?.onProgress ?? never,
    scanner?.progress ?? (() => nothingRead),
    () => nothingRead,
  )
  return { scanner, progress }
}
