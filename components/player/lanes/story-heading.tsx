'use client'

import Link from 'next/link'
import type { StoryLog } from '@/lib/kit/client/story/story-log'
import { count } from '../../ui/format'
import { textLinkStyle } from '../../ui/link-style'
import { CopyButton } from '../timeline/copy-button'

interface StoryHeadingProps {
  readonly story: StoryLog
  readonly lanes: number
  /** Where this part begins; 0 for the first. */
  readonly after: number
  /** Where a part of the story is, by where it begins. */
  readonly partPage: (after: number) => string
}

const link = `${textLinkStyle} inline-flex min-h-6 items-center pointer-coarse:min-h-11`

/** Which story it is, how much of it is shown, and the ways to its other parts. */
export const StoryHeading = ({ story, lanes, after, partPage }: StoryHeadingProps) => {
  const { correlationId, events, next, isWithheld } = story
  const isWhole = after === 0 && next === null
  const extent = `${count(events.length, 'event')} in ${count(lanes, 'stream')}`
  return (
    <header className="mb-4 px-4 sm:px-0">
      <h1 className="font-display text-5xl leading-none">One story</h1>
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-8 gap-y-1 text-sm">
        <p className="flex min-w-0 items-center gap-1 font-mono">
          <span className="min-w-0 wrap-anywhere">{correlationId}</span>
          <CopyButton text={correlationId} what="story id" />
        </p>
        <p className="flex flex-wrap items-center gap-x-4 text-muted">
          <span>{isWhole ? extent : `In this part: ${extent}`}</span>
          {after > 0 && (
            <Link href={partPage(0)} className={link}>
              From the beginning
            </Link>
          )}
          {next !== null && (
            <Link href={partPage(next)} className={link}>
              What comes next
            </Link>
          )}
        </p>
      </div>
      {isWithheld && (
        <p className="mt-1 text-muted text-sm">
          The story goes through other streams, too, which are not yours to see.
        </p>
      )}
    </header>
  )
}
