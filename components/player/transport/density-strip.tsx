'use client'

import { useTheme } from 'next-themes'
import { memo, useEffect, useRef, useState } from 'react'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { StreamView } from '../view/stream-view'
import { kindOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'
import type { StripColumn } from './strip-scale'
import { type Stroke, strokesOf } from './strokes'

interface DensityStripProps {
  readonly columns: readonly StripColumn[]
  readonly eventAt: (version: number) => DomainEvent | undefined
}

/** Lines are no thinner and no thicker than so many pixels, however many there are. */
const thinnest = 1
const thickest = 3
/** How much of a column's width its line takes. */
const filled = 0.62

/** A whole history as one drawing. */
export const DensityStrip = memo(({ columns, eventAt }: DensityStripProps) => {
  const view = useStreamView()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const { resolvedTheme } = useTheme()

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme says what the tokens are
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || size.width === 0) return
    const scale = devicePixelRatio
    element.width = size.width * scale
    element.height = size.height * scale
    context.scale(scale, scale)
    const paint = paintOf(view, element)
    draw(context, size, columns, strokesOf(view, columns, eventAt), paint)
  }, [view, columns, eventAt, size, resolvedTheme])

  return <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
})

interface Paint {
  readonly gap: string
  readonly colorOf: (type: string) => string
}

const paintOf = (view: StreamView, element: Element): Paint => {
  const style = getComputedStyle(element)
  return {
    gap: style.getPropertyValue('--edge'),
    colorOf: (type) => style.getPropertyValue(kindOf(view, type).token),
  }
}

const draw = (
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  columns: readonly StripColumn[],
  strokes: readonly (readonly Stroke[])[],
  { gap, colorOf }: Paint,
): void => {
  const y = (at: number): number => (height / 2) * (1 - 0.92 * at)
  context.clearRect(0, 0, width, height)
  columns.forEach(({ from, to, isGap }, index) => {
    const [left, room] = [from * width, (to - from) * width]
    if (isGap) drawGap(context, left + room / 2, height / 2, gap)
    const line = Math.min(thickest, Math.max(thinnest, filled * room))
    // A column of one version ends where that version stands.
    const x = room > thickest ? left + room - line / 2 : left + (room - line) / 2
    for (const { type, from: low, to: high } of strokes[index] ?? []) {
      context.fillStyle = colorOf(type)
      context.fillRect(x, Math.min(y(low), y(high)), line, Math.abs(y(high) - y(low)))
    }
  })
}

/** Two short slanted strokes: here time was folded up. */
const drawGap = (context: CanvasRenderingContext2D, x: number, y: number, color: string): void => {
  context.strokeStyle = color
  context.lineWidth = 1
  context.beginPath()
  for (const shift of [-1.5, 1.5]) {
    context.moveTo(x + shift - 2, y + 6)
    context.lineTo(x + shift + 2, y - 6)
  }
  context.stroke()
}
