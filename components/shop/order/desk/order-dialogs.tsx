'use client'

import { CancelDialog } from './cancel-dialog'
import { CancelItemsDialog } from './cancel-items-dialog'
import type { OrderDialogProps } from './order-dialog-props'
import { RefundDialog } from './refund-dialog'
import { ReturnDialog } from './return-dialog'
import { ShipDialog } from './ship-dialog'
import { UpdateDialog } from './update-dialog'

export type Asking = 'update' | 'ship' | 'return' | 'refund' | 'cancelItems' | 'cancel'

const dialogs = {
  update: UpdateDialog,
  ship: ShipDialog,
  return: ReturnDialog,
  refund: RefundDialog,
  cancelItems: CancelItemsDialog,
  cancel: CancelDialog,
} as const

/** What is asked before something is done with an order. */
export const OrderDialogs = ({
  asking,
  ...props
}: OrderDialogProps & { readonly asking: Asking | undefined }) => {
  if (!asking) return null
  const Asked = dialogs[asking]
  return <Asked {...props} />
}
