'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FieldError } from '@/components/ui/field-error'
import type { LineQuantity } from '@/lib/shop/order/events'
import type { OrderLine, OrderState } from '@/lib/shop/order/state'
import { PiecesField } from './pieces-field'

interface PiecesDialogProps {
  readonly order: OrderState
  readonly title: string
  readonly description: string
  readonly action: string
  readonly availableOf: (line: OrderLine) => number
  /** How many of each line are chosen to begin with: all there are, or none. */
  readonly begins: 'all' | 'none'
  /** More than there are may be chosen, up to so many. */
  readonly most?: number
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onSend: (lines: readonly LineQuantity[], fields: FormData) => void
  /** What else is asked. */
  readonly children?: ReactNode
}

/** Asks for pieces of an order's lines. */
export const PiecesDialog = (props: PiecesDialogProps) => {
  const { order, title, description, action, availableOf, begins, most, isBusy, onClose, onSend, children } =
    props
  // What was there when it was opened stays to be chosen from; what is gone by then the rules refuse.
  const [lines] = useState(() => order.lines.filter((line) => availableOf(line) > 0))
  const [error, setError] = useState<string>()
  const errorId = useId()
  return (
    <Dialog open onOpenChange={(opened) => !opened && onClose()} title={title} description={description}>
      <form
        noValidate
        method="post"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          const chosen = lines
            .map(({ lineId }) => ({ lineId, quantity: Number(fields.get(`line-${lineId}`)) }))
            .filter(({ quantity }) => quantity !== 0)
          if (chosen.length === 0) return setError('Choose one piece at least.')
          setError(undefined)
          onSend(chosen, fields)
        }}
      >
        <fieldset aria-describedby={error && errorId}>
          <legend className="sr-only">Pieces</legend>
          <ul className="border-line border-t">
            {lines.map((line) => (
              <li key={line.lineId} className="border-line border-b py-2.5">
                <PiecesField line={line} available={availableOf(line)} begins={begins} most={most} />
              </li>
            ))}
          </ul>
        </fieldset>
        {error && <FieldError id={errorId}>{error}</FieldError>}
        {children && <div className="grid gap-5 pt-5">{children}</div>}
        <Button type="submit" variant="primary" size="lg" className="mt-7 w-full" disabled={isBusy}>
          {action}
        </Button>
      </form>
    </Dialog>
  )
}
