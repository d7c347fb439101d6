'use client'

import { type PointerEvent, type ReactNode, type Ref, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { placedAt } from './at-hand'
import { pageStep } from './page-step'
import type { StripScale } from './strip-scale'
import { useHand } from './use-hand'

interface TrackProps {
  readonly ref?: Ref<HTMLInputElement>
  readonly label: string
  readonly version: number
  readonly head: number
  readonly valueText: string
  readonly scale: Pick<StripScale, 'placeOf' | 'versionAt'>
  /** By the keyboard, or by what assists. */
  readonly onSeek: (version: number) => void
  /** While it is dragged: every so often. */
  readonly onScrub: (version: number) => void
  /** At each move of the hand that drags: for what is written to the page directly. */
  readonly onHand?: ((version: number) => void) | undefined
  readonly onRelease?: (() => void) | undefined
  /** The version under a pointer that doesn't drag; null when it has left. */
  readonly onHover?: ((version: number | null) => void) | undefined
  /** Draws what is seen, inset by half a needle. What says `data-hand` goes with the hand: `placedAt` is its style. */
  readonly children: ReactNode
  readonly className: string
}

/**
 * A range of versions: an input for keys and for what assists, under a surface that a pointer drags over. The input is
 * not seen itself.
 */
export const Track = (props: TrackProps) => {
  const { version, head, scale, onSeek, onScrub, onHand, onRelease, onHover } = props
  const surface = useRef<HTMLDivElement>(null)
  const hand = useHand({
    version,
    head,
    draw: (to) => {
      const { transform } = placedAt(scale.placeOf(to))
      for (const part of surface.current?.querySelectorAll<HTMLElement>('[data-hand]') ?? []) {
        part.style.transform = transform
      }
      onHand?.(to)
    },
    onScrub,
    onRelease,
  })

  const box = useRef({ left: 0, width: 1 })

  /** To ask for the place of what was just changed costs a layout: it doesn't move while it is dragged over. */
  const measure = () => {
    if (surface.current) box.current = surface.current.getBoundingClientRect()
  }
  const versionUnder = ({ clientX }: PointerEvent): number =>
    scale.versionAt((clientX - box.current.left) / Math.max(1, box.current.width))
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.parentElement?.querySelector('input')?.focus({ preventScroll: true })
    measure()
    onHover?.(null)
    hand.take(versionUnder(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (hand.isHeld()) hand.move(versionUnder(event))
    else if (event.pointerType === 'mouse') onHover?.(versionUnder(event))
  }

  return (
    <div className={cn('relative', props.className)}>
      <input
        ref={props.ref}
        type="range"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={head}
        aria-valuenow={version}
        aria-valuetext={props.valueText}
        min={0}
        max={head}
        step={1}
        value={version}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        onKeyDown={(event) => pageStep(event, version, onSeek)}
        className="peer pointer-events-none absolute inset-0 m-0 size-full appearance-none opacity-0 contain-strict"
      />
      {/* Inset by half a needle, so that one can stand at either end. */}
      <div
        ref={surface}
        className="pointer-events-none absolute inset-y-0 right-3 left-3 outline-accent peer-focus-visible:[&_[data-needle]]:outline-2"
      >
        {props.children}
      </div>
      <div
        onPointerDown={onPointerDown}
        onPointerEnter={measure}
        onPointerMove={onPointerMove}
        onPointerUp={hand.letGo}
        onPointerCancel={hand.letGo}
        onLostPointerCapture={hand.letGo}
        onPointerLeave={() => onHover?.(null)}
        className="absolute inset-0 z-10 cursor-ew-resize touch-pan-y"
      />
    </div>
  )
}
