import type { ReactElement } from 'react'
import { type Dice, pick } from './picture-hash'
import { Arch, Ball, Block, Bowl, INK } from './picture-shapes'

export type Hand = { dice: Dice; fills: readonly [string, string, string]; shadow: string }
export type Motif = { standsOnTable: boolean; draw: (hand: Hand) => ReactElement }

const BASE = 246
const CREAM = '#faf4e6'
const VERMILION = '#cb5430'

function Ground({ shadow, width, x = 176 }: { shadow: string; width: number; x?: number }) {
  return <ellipse cx={x} cy={BASE + 3} rx={width / 2} ry={11} fill={shadow} stroke="none" />
}

const stones = ({ dice, fills: [a, b, c], shadow }: Hand) => {
  const heights = [36 + dice(8), 28 + dice(8), 20 + dice(6)] as const
  const ys = [BASE - heights[0], BASE - 2 * heights[0] - heights[1], 0] as const
  const top = ys[1] - heights[1] - heights[2]
  return (
    <>
      <Ground shadow={shadow} width={184} x={180} />
      <Ball x={156 + dice(9)} y={ys[0]} rx={78 + dice(12)} ry={heights[0]} fill={a} />
      <Ball x={146 + dice(24)} y={ys[1]} rx={54 + dice(10)} ry={heights[1]} fill={b} />
      <Ball x={150 + dice(18)} y={top} rx={28 + dice(10)} ry={heights[2]} fill={c} />
    </>
  )
}

const arches = ({ dice, fills: [a, b, c], shadow }: Hand) => {
  const leg = 36 + 12 * dice(5)
  const radius = 92 - dice(3) * 6
  return (
    <>
      <Ground shadow={shadow} width={210} x={182} />
      <Arch x={160} base={BASE} radius={radius} leg={leg} fill={a} />
      <Arch x={160} base={BASE} radius={radius - 24} leg={leg} fill={b} />
      <Arch x={160} base={BASE} radius={radius - 48} leg={leg} fill={c} />
      {dice(2) ? (
        <Ball x={160} y={BASE - 20} rx={20} fill={a} />
      ) : (
        <Arch x={160} base={BASE} radius={18} leg={leg} fill={INK} />
      )}
    </>
  )
}

const blocks = ({ dice, fills, shadow }: Hand) => {
  const bars = fills.map((fill, i) => ({ fill, x: 79 + i * 54, y: BASE - 68 - 24 * dice(4) }))
  const lowest = bars.reduce((low, bar) => (bar.y > low.y ? bar : low))
  return (
    <>
      <Ground shadow={shadow} width={206} x={184} />
      {bars.map(({ fill, x, y }) => (
        <Block key={fill} x={x} y={y} width={54} height={BASE - y} fill={fill} />
      ))}
      <Ball x={lowest.x + 27} y={lowest.y - 24} rx={24} fill={CREAM} />
    </>
  )
}

const plinth = ({ dice, fills: [a, b, c], shadow }: Hand) => {
  const height = 44 + 14 * dice(4)
  const radius = 40 + 6 * dice(3)
  const x = 130 + 12 * dice(3)
  return (
    <>
      <Ground shadow={shadow} width={206} x={184} />
      <Arch x={x + 58} base={BASE} radius={34} leg={height + 30 + dice(3) * 16} fill={c} />
      <Block x={x - 62} y={BASE - height} width={116} height={height} fill={a} />
      <Ball x={x - 12} y={BASE - height - radius} rx={radius} fill={b} />
    </>
  )
}

const steps = ({ dice, fills: [a, b, c], shadow }: Hand) => {
  const rise = 24 + 6 * dice(3)
  const step = dice(4)
  const mirrored = dice(2) === 1
  const x = (i: number) => (mirrored ? 214 - i * 46 : 60 + i * 46)
  return (
    <>
      <Ground shadow={shadow} width={212} x={178} />
      {[0, 1, 2, 3].map((i) => (
        <Block
          key={i}
          x={x(i)}
          y={BASE - rise * (i + 1)}
          width={46}
          height={rise * (i + 1)}
          fill={i % 2 ? a : b}
        />
      ))}
      <Ball x={x(step) + 23} y={BASE - rise * (step + 1) - 21} rx={21} fill={c} />
    </>
  )
}

const bowl = ({ dice, fills: [a, b, c], shadow }: Hand) => {
  const depth = 74 + 8 * dice(3)
  const rim = BASE - 8 - depth
  return (
    <>
      <Ground shadow={shadow} width={150} x={190} />
      <Ball x={118 + dice(8)} y={rim - 14} rx={34} fill={b} />
      <Ball x={198 - dice(8)} y={rim - 12} rx={30} fill={dice(2) ? b : CREAM} />
      <Ball x={154 + dice(12)} y={rim - 34 - dice(10)} rx={30} fill={c} />
      <Bowl x={160} rim={rim} radius={98} depth={depth} fill={a} />
    </>
  )
}

const PATCHES = [
  'M0 0h84a84 84 0 0 1 -84 84z',
  'M84 0v84a84 84 0 0 1 -84 -84z',
  'M0 0l84 84h-84z',
  'M0 42a42 42 0 0 1 84 0z',
] as const

const quilt = ({ dice, fills, shadow }: Hand) => (
  <>
    <rect x={88} y={90} width={168} height={168} fill={shadow} stroke="none" />
    {[0, 1, 2, 3].map((i) => {
      const ground = dice(3)
      const turn = dice(4) * 90
      return (
        <g
          key={i}
          transform={`translate(${76 + (i % 2) * 84} ${76 + (i > 1 ? 84 : 0)}) rotate(${turn} 42 42)`}
        >
          <path d="M0 0h84v84h-84z" fill={i === 3 ? CREAM : fills[ground]} />
          <path d={pick(dice, PATCHES)} fill={fills[(ground + 1 + dice(2)) % 3]} />
        </g>
      )
    })}
  </>
)

const keyframes = ({ dice, fills }: Hand) => {
  const playhead = 118 + 12 * dice(8)
  return (
    <>
      {[...fills, fills[0]].map((fill, row) => {
        const y = 100 + row * 44
        const start = 64 + 16 * dice(5)
        const length = Math.min(72 + 16 * dice(6), 256 - start)
        return (
          <g key={y}>
            <path d={`M52 ${y}h216`} strokeWidth={2} />
            <rect x={start} y={y - 15} width={length} height={30} rx={15} fill={fill} />
            <circle cx={start + 16} cy={y} r={5} fill={CREAM} />
          </g>
        )
      })}
      <path d={`M${playhead} 76v186`} stroke={VERMILION} />
      <path d={`M${playhead - 10} 54h20v12l-10 10l-10 -10z`} fill={VERMILION} />
    </>
  )
}

const orbit = ({ dice, fills: [a, b, c], shadow }: Hand) => {
  const place = (radius: number, eighth: number) => ({
    x: 160 + Math.round(radius * Math.cos((eighth * Math.PI) / 4)),
    y: 160 + Math.round(radius * Math.sin((eighth * Math.PI) / 4)),
  })
  const first = dice(8)
  return (
    <>
      <circle cx={160} cy={160} r={98} fill={shadow} fillOpacity={0.45} />
      <circle cx={160} cy={160} r={64} strokeWidth={2} strokeDasharray="2 9" />
      <Ball x={160} y={160} rx={34 + dice(6)} fill={a} />
      <Ball {...place(98, first)} rx={20} fill={b} />
      <Ball {...place(64, first + 2 + dice(5))} rx={11} fill={c} />
    </>
  )
}

const onTable = (draw: Motif['draw']): Motif => ({ standsOnTable: true, draw })
const fromAbove = (draw: Motif['draw']): Motif => ({ standsOnTable: false, draw })

export const motifs = [
  onTable(stones),
  onTable(arches),
  onTable(blocks),
  onTable(plinth),
  onTable(steps),
  onTable(bowl),
  fromAbove(quilt),
  fromAbove(keyframes),
  fromAbove(orbit),
] as const
