import type { RestoreOutlook } from '@/lib/shop/cart/client/use-restore-preview'
import { lineChanges } from '@/lib/shop/cart/line-changes'
import { lineKey } from '@/lib/shop/cart/lines'
import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import { ChangeRow } from './change-row'
import { TotalChange } from './total-change'
import { withoutWords } from './view/sentence'

interface RestoreChangesProps {
  readonly now: CartState
  readonly outlook: RestoreOutlook
}

/** What leads from the cart as it is to the cart as it will be, line by line, and what it then comes to. */
export const RestoreChanges = ({ now, outlook }: RestoreChangesProps) => {
  const { after, leftOut, isUnreachable } = outlook
  const changes = lineChanges(now.items, after.items)
  const notes = [
    leftOut.length > 0 && `The cart comes back ${withoutWords(leftOut)}.`,
    isUnreachable && 'The shop could not be asked: these are the last prices known here, today’s will count.',
  ].filter((note) => note !== false)
  if (changes.length === 0 && notes.length === 0)
    return <p className="text-md">The cart holds just this now. There is nothing to do.</p>
  return (
    <div className="border-line border-t">
      <ul aria-label="Changes" className="scroll-quiet -mb-px max-h-[38dvh] overflow-y-auto">
        {changes.map((change) => (
          <li key={lineKey(change.item)} className="border-line border-b">
            <ChangeRow change={change} voice="restoring" />
          </li>
        ))}
      </ul>
      <TotalChange before={cartTotal(now)} after={cartTotal(after)} className="border-line border-t pt-3" />
      {notes.map((note) => (
        <p key={note} className="pt-2 text-muted text-sm">
          {note}
        </p>
      ))}
    </div>
  )
}
