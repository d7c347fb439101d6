import { diceFor, pick } from './picture-hash'
import { motifs } from './picture-motifs'
import { INK } from './picture-shapes'

// The tints and inks of the drawn pictures in public/pictures.
const PAPERS = [
  { wall: '#d9e1e1', table: '#cdd8d8', shadow: '#b3c3c4' },
  { wall: '#eee2ca', table: '#e4d5b6', shadow: '#cdb890' },
  { wall: '#f2dccc', table: '#e9cbb7', shadow: '#d5ae96' },
  { wall: '#e4ddd0', table: '#d8cebd', shadow: '#bdb19d' },
  { wall: '#f3e3bd', table: '#e9d3a3', shadow: '#d3b87c' },
  { wall: '#dbe1cf', table: '#ccd4bc', shadow: '#b0bc9d' },
] as const

const red = '#cb5430'
const ochre = '#dfaa4b'
const sage = '#93a688'
const blue = '#86a0b2'
const clay = '#bb8a60'
const cream = '#faf4e6'

const FILLS = [
  [red, cream, blue],
  [ochre, blue, red],
  [sage, ochre, cream],
  [blue, cream, ochre],
  [clay, sage, cream],
  [cream, red, sage],
  [blue, clay, red],
  [sage, cream, red],
  [ochre, sage, blue],
  [cream, clay, blue],
  [red, ochre, clay],
  [clay, cream, ochre],
] as const

/** A quiet still life for a product nobody has drawn: always the same one for the same product. */
export function PictureTile({ productId, className }: { productId: string; className?: string }) {
  const dice = diceFor(productId)
  const motif = pick(dice, motifs)
  const paper = pick(dice, PAPERS)
  const fills = pick(dice, FILLS)

  return (
    <svg viewBox="0 0 320 320" width={320} height={320} className={className} aria-hidden="true">
      <path d="M0 0h320v320H0z" fill={paper.wall} />
      {motif.standsOnTable && <path d="M0 222h320v98H0z" fill={paper.table} />}
      <g fill="none" stroke={INK} strokeWidth={3} strokeLinecap="round" strokeLinejoin="round">
        {motif.draw({ dice, fills, shadow: paper.shadow })}
      </g>
    </svg>
  )
}
