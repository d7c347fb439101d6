import { Time } from '@/components/ui/time'
import type { Row } from './rows'

/** When an event happened, or that it is on its way. */
export const EventTime = ({ row, withDay }: { readonly row: Row; readonly withDay: boolean }) =>
  row.recorded ? (
    <Time iso={row.at} format={withDay ? 'full' : 'clock'} className="font-mono text-[12px] tabular-nums" />
  ) : (
    <span className="font-mono text-[12px]">pending</span>
  )
