'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cn } from '@/components/ui/cn'

interface CopyButtonProps {
  /** What is copied. */
  readonly text: string
  /** Names the thing copied: "cart id". */
  readonly what: string
  readonly className?: string
}

/** Puts a text on the clipboard, and says so. */
export const CopyButton = ({ text, what, className }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const Icon = copied ? Check : Copy
  return (
    <button
      type="button"
      aria-label={`Copy ${what}`}
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
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
