'use client'

import { Columns2 } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from '../ui/button'

interface CompareButtonProps {
  readonly ref: Ref<HTMLButtonElement>
  readonly panelId: string
  readonly isOpen: boolean
  readonly disabled: boolean
  readonly onClick: () => void
}

/** Puts a second mark on the slider and tells the two versions apart; pressed again, takes it away. */
export const CompareButton = ({ ref, panelId, isOpen, disabled, onClick }: CompareButtonProps) => (
  <Button
    ref={ref}
    size="sm"
    className="h-9 aria-expanded:border-ink"
    aria-expanded={isOpen}
    aria-controls={isOpen ? panelId : undefined}
    disabled={disabled}
    onClick={onClick}
  >
    <Columns2 aria-hidden className="size-4" strokeWidth={1.75} />
    Compare
  </Button>
)
