'use client'

import { useIsApple } from '@/lib/kit/client/keys/platform'
import { parseStroke } from '@/lib/kit/client/keys/stroke'
import { strokeSign, strokeSpoken } from '@/lib/kit/client/keys/stroke-names'
import { cn } from '../../ui/cn'

interface KeySignProps {
  /** As it is stored: `Mod+k`. */
  readonly keyText: string
  /** Does nothing for now. */
  readonly isOff?: boolean
}

/** A key as it looks, and as it is said. */
export const KeySign = ({ keyText, isOff = false }: KeySignProps) => {
  const isApple = useIsApple()
  const stroke = parseStroke(keyText)
  return (
    stroke && (
      <kbd
        className={cn(
          'inline-grid h-6 min-w-6 place-items-center whitespace-nowrap rounded-[5px] border border-line bg-paper px-1.5 font-mono text-xs',
          isOff ? 'border-dashed text-muted line-through' : 'text-ink',
        )}
      >
        <span aria-hidden>{strokeSign(stroke, isApple)}</span>
        <span className="sr-only">{strokeSpoken(stroke, isApple)}</span>
      </kbd>
    )
  )
}
