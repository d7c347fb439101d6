'use client'

import { useState } from 'react'
import { formatCount } from '@/components/ui/format'

interface VersionFieldProps {
  readonly version: number
  readonly head: number
  readonly onSeek: (version: number) => void
}

/** The version looked at, as a number one may type over. Enter goes there, Escape leaves it be. */
export const VersionField = ({ version, head, onSeek }: VersionFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? formatCount(version)
  const go = () => {
    const asked = Number.parseInt((typed ?? '').replace(/\D/g, ''), 10)
    setTyped(null)
    if (!Number.isNaN(asked)) onSeek(Math.min(head, asked))
  }
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label="Go to version"
      value={text}
      disabled={head === 0}
      onFocus={(event) => {
        setTyped(String(version))
        event.currentTarget.select()
      }}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setTyped(null)
      }}
      style={{ width: `calc(${Math.max(1, text.length)}ch + 0.5rem)` }}
      className="mx-1 border-edge/50 border-b border-dotted bg-transparent px-0.5 text-center hover:border-ink focus:border-ink focus:border-solid"
    />
  )
}
