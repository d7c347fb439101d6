export const INK = '#1f1d1a'

// Everything is lit from the top left: short ink ticks hatch the lower right edge.

type BallProps = { x: number; y: number; rx: number; ry?: number; fill: string }

export function Ball({ x, y, rx, ry = rx, fill }: BallProps) {
  const reach = 0.34 * Math.min(rx, ry)
  return (
    <>
      <ellipse cx={x} cy={y} rx={rx} ry={ry} fill={fill} />
      <Ticks path={curveTicks({ x, y, rx, ry, from: -0.7, to: 2, reach })} />
    </>
  )
}

type BlockProps = { x: number; y: number; width: number; height: number; fill: string }

export function Block({ x, y, width, height, fill }: BlockProps) {
  return (
    <>
      <rect x={x} y={y} width={width} height={height} fill={fill} />
      <Ticks path={straightTicks(x + width, y + 14, y + height)} />
    </>
  )
}

type ArchProps = { x: number; base: number; radius: number; leg: number; fill: string }

export function Arch({ x, base, radius, leg, fill }: ArchProps) {
  const top = base - leg
  const reach = Math.min(12, radius / 3)
  return (
    <>
      <path
        d={`M${x - radius} ${base}v${-leg}a${radius} ${radius} 0 0 1 ${2 * radius} 0v${leg}z`}
        fill={fill}
      />
      <Ticks path={curveTicks({ x, y: top, rx: radius, ry: radius, from: -0.9, to: 0.6, reach, until: 0 })} />
      <Ticks path={straightTicks(x + radius, top + 5, base)} />
    </>
  )
}

type BowlProps = { x: number; rim: number; radius: number; depth: number; fill: string }

export function Bowl({ x, rim, radius, depth, fill }: BowlProps) {
  return (
    <>
      <rect x={x - 30} y={rim + depth - 4} width={60} height={12} fill={fill} />
      <path d={`M${x - radius} ${rim}a${radius} ${depth} 0 0 0 ${2 * radius} 0z`} fill={fill} />
      <Ticks path={curveTicks({ x, y: rim, rx: radius, ry: depth, from: 0.1, to: 1.9, reach: 20 })} />
    </>
  )
}

function Ticks({ path }: { path: string }) {
  return <path d={path} strokeWidth={1.5} />
}

// One decimal, so that the server and every browser write the same text.
const round = (value: number) => Math.round(value * 10) / 10

type Curve = {
  x: number
  y: number
  rx: number
  ry: number
  from: number
  to: number
  reach: number
  until?: number
}

const curveTicks = ({ x, y, rx, ry, from, to, reach, until = to }: Curve): string => {
  const gap = 5.5 / ((rx + ry) / 2)
  let path = ''
  for (let angle = from + gap; angle < until; angle += gap) {
    const length = reach * Math.sin((Math.PI * (angle - from)) / (to - from))
    const edge = `M${round(x + rx * Math.cos(angle))} ${round(y + ry * Math.sin(angle))}`
    path += `${edge}l${round(-length * 0.8)} ${round(-length * 0.62)}`
  }
  return path
}

const straightTicks = (right: number, from: number, to: number): string => {
  let path = ''
  for (let y = from; y < to - 2; y += 6) path += `M${right} ${y}l-10 -8`
  return path
}
