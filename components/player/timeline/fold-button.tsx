'use client'

import { FoldVertical } from 'lucide-react'
import { Button } from '../../ui/button'

interface FoldButtonProps {
  readonly isOn: boolean
  readonly onToggle: () => void
}

/** Makes one row of each run of events of the same kind. */
export const FoldButton = ({ isOn, onToggle }: FoldButtonProps) => (
  <Button
    variant="ghost"
    size="icon"
    aria-label="Fold runs"
    aria-pressed={isOn}
    title={isOn ? 'Show every event again' : 'Fold runs of the same kind'}
    onClick={onToggle}
    className="aria-pressed:bg-sunken"
  >
    <FoldVertical aria-hidden className="size-4" strokeWidth={1.75} />
  </Button>
)
