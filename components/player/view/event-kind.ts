import type { LucideIcon } from 'lucide-react'

/** How a kind of event is told apart: by its sign and shape first, by its colour too. */
export interface EventKind {
  readonly icon: LucideIcon
  /** Its outline, as classes. */
  readonly shape: string
  /** The class that sets the current colour to the kind's. */
  readonly color: string
  /** The custom property with its colour, for what is drawn on a canvas. */
  readonly token: string
}

/** Round is what befalls a part of the state, square what befalls all of it. */
const shapes = { round: 'rounded-full', square: 'rounded-[5px]' } as const

/** The palette of kinds, as classes. */
export const kindColors = {
  stone: 'text-kind-stone',
  green: 'text-kind-green',
  brick: 'text-kind-brick',
  ochre: 'text-kind-ochre',
  violet: 'text-kind-violet',
  teal: 'text-kind-teal',
  blue: 'text-kind-blue',
  plum: 'text-kind-plum',
} as const

/** A kind of event out of the palette. */
export const kind = (
  icon: LucideIcon,
  shape: keyof typeof shapes,
  color: keyof typeof kindColors,
): EventKind => ({ icon, shape: shapes[shape], color: kindColors[color], token: `--kind-${color}` })
