import { House, Truck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OrderState, Shipment } from '@/lib/shop/order/state'
import { CopyButton } from '../../player/timeline/copy-button'
import { StatusMark } from '../../ui/status-mark'
import { piecesText } from './view/order-names'

interface OrderShipmentsProps {
  readonly order: OrderState
  /** What one can do with a shipment that is under way. */
  readonly actions?: ((shipment: Shipment) => ReactNode) | undefined
}

/** A card for each shipment: what is in it, who carries it, and whether it arrived. */
export const OrderShipments = ({ order, actions }: OrderShipmentsProps) => {
  const names = new Map(order.lines.map(({ lineId, productName }) => [lineId, productName]))
  if (order.shipments.length === 0) return <p className="py-3 text-md text-muted">Nothing was shipped yet.</p>
  return (
    <ul aria-label="Shipments">
      {order.shipments.map((each) => (
        <li key={each.shipment} className="border-line border-b py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="text-md">{`Shipment ${each.shipment}`}</span>
            {each.isDelivered ? (
              <StatusMark name="Delivered" icon={House} color="text-kind-green" />
            ) : (
              <StatusMark name="Under way" icon={Truck} color="text-kind-violet" />
            )}
          </div>
          <p className="wrap-anywhere pt-1 text-md">{piecesText(each.lines, names)}</p>
          {(each.carrier ?? each.trackingNumber) !== undefined && (
            <p className="flex flex-wrap items-center gap-x-2 pt-1 text-muted text-sm">
              <span>{each.carrier}</span>
              {each.trackingNumber !== undefined && (
                <span className="flex items-center gap-1">
                  <span className="wrap-anywhere font-mono">{each.trackingNumber}</span>
                  <CopyButton text={each.trackingNumber} what="tracking number" />
                </span>
              )}
            </p>
          )}
          {!each.isDelivered && actions?.(each)}
        </li>
      ))}
    </ul>
  )
}
