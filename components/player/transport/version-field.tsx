'use client'

import { type RefObject, useRef, useState } from 'react'
import { formatCount } from '@/components/ui/format'

interface VersionFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly version: number
  readonly head: number
  readonly onSeek: (version: number) => void
}

/** The version looked at, as a number one may type over. Enter goes there, Escape leaves it be. */
export const VersionField = ({ ref, version, head, onSeek }: VersionFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? formatCount(version)
  const found = useRef('')
  const go = () => {
    const asked = Number.parseInt((typed ?? '').replace(/\D/g, ''), 10)
    setTyped(null)
    // Who only passes through goes nowhere, though the stream may have gone on.
    if (typed !== found.current && !Number.isNaN(asked)) onSeek(Math.min(head, asked))
  }
  return (
    <input
      ref={ref}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label="Go to version"
      value={text}
      disabled={head === 0}
      onFocus={(event) => {
        found.current = String(version)
        setTyped(found.current)
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
      className="mx-1.5 field-sizing-content min-w-6 pointer-coarse:-my-1 pointer-coarse:min-h-11 pointer-coarse:min-w-11 border-edge border-b border-dotted bg-transparent px-0.5 text-center supports-[field-sizing:content]:w-auto! hover:border-ink focus:border-ink focus:border-solid"
    />
  )
}
