import { count } from '../../../ui/format'

interface OpenCartsNoteProps {
  readonly carts: number
  readonly pieces: number
  readonly isMore: boolean
}

/** What another price, or a withdrawal, does to carts that are open. */
export const OpenCartsNote = ({ carts, pieces, isMore }: OpenCartsNoteProps) => (
  <p className="text-md">
    {carts === 0
      ? 'No open cart holds it.'
      : `${isMore ? 'At least ' : ''}${count(carts, 'open cart')} ${carts === 1 ? 'holds' : 'hold'} ${count(pieces, 'piece')} of it.`}{' '}
    {carts > 0 &&
      'Another price is told there before anything is ordered. What is withdrawn stays in them until they are checked out: then it is told and left out.'}
  </p>
)
