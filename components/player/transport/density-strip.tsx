'use client'

import { useTheme } from 'next-themes'
import { memo, useEffect, useRef, useState } from 'react'
import { kinds } from '@/components/shop/cart/view/kind'
import type { CartEvent } from '@/lib/shop/cart/events'
import { strokesOf } from '../../shop/cart/view/strokes'
import type { StripColumn } from './strip-scale'

interface DensityStripProps {
  readonly columns: readonly StripColumn[]
  readonly eventAt: (version: number) => CartEvent | undefined
}

/** Lines are no thinner and no thicker than so many pixels, however many there are. */
const thinnest = 1
const thickest = 3
/** How much of a column's width its line takes. */
const filled = 0.62

/** A cart's whole history as one drawing. */
export const DensityStrip = memo(({ columns, eventAt }: DensityStripProps) => {
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
    draw(context, size, columns, strokesOf(columns, eventAt), tokensOf(element))
  }, [columns, eventAt, size, resolvedTheme])

  return <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
})

const tokensOf = (element: Element) => {
  const style = getComputedStyle(element)
  return (token: string): string => style.getPropertyValue(token)
}

const draw = (
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  columns: readonly StripColumn[],
  strokes: ReturnType<typeof strokesOf>,
  tokenOf: (token: string) => string,
): void => {
  const y = (at: number): number => (height / 2) * (1 - 0.92 * at)
  context.clearRect(0, 0, width, height)
  columns.forEach(({ from, to, isGap }, index) => {
    const [left, room] = [from * width, (to - from) * width]
    if (isGap) drawGap(context, left + room / 2, height / 2, tokenOf('--edge'))
    const line = Math.min(thickest, Math.max(thinnest, filled * room))
    // A column of one version ends where that version stands.
    const x = room > thickest ? left + room - line / 2 : left + (room - line) / 2
    for (const { type, from: low, to: high } of strokes[index] ?? []) {
      context.fillStyle = tokenOf(kinds[type].token)
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
