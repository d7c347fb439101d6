'use client'

import { Check, Copy, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { tellTrouble } from '@/components/ui/tell'
import { copyText } from '@/lib/kit/client/browser/copy-text'

interface CopyButtonProps {
  /** What is copied; asked for at the click where it changes often. */
  readonly text: string | (() => string)
  /** Names the thing copied: "stream id". */
  readonly what: string
  readonly icon?: LucideIcon
  readonly className?: string
}

/** Puts a text on the clipboard, and says so. */
export const CopyButton = ({ text, what, icon = Copy, className }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const Icon = copied ? Check : icon
  const copy = async () => {
    if (await copyText(typeof text === 'string' ? text : text())) setCopied(true)
    else tellTrouble(`The ${what} could not be copied: this browser forbids it.`)
  }
  return (
    <button
      type="button"
      aria-label={`Copy ${what}`}
      onClick={copy}
      className={cn(
        'inline-grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11',
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      <span role="status" className="sr-only">
        {copied && 'Copied'}
      </span>
    </button>
  )
}
