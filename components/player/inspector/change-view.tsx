'use client'

import { Suspense, useState } from 'react'
import { BeingFetched } from '../../ui/being-fetched'
import { Button } from '../../ui/button'
import { StructureView } from '../compare/structure-view'
import { WordsView } from '../compare/words-view'
import type { Inspected } from './use-inspected'

/** What the event changed: in the words of whoever knows the stream, or by the places in its state. */
export const ChangeView = ({ inspected }: { readonly inspected: Inspected }) => {
  const [byPlace, setByPlace] = useState(false)
  const { before, after } = inspected
  const View = byPlace ? StructureView : WordsView
  return (
    <>
      <div className="flex items-center justify-between gap-3 px-4 pt-2.5 sm:px-6">
        <p className="font-mono text-xs text-muted tabular-nums">
          {`Version ${before.version} → ${after.version}`}
        </p>
        <Button
          variant="quiet"
          size="sm"
          aria-pressed={byPlace}
          onClick={() => setByPlace(!byPlace)}
          className="-mr-3 aria-pressed:bg-sunken aria-pressed:text-ink"
        >
          Structure
        </Button>
      </div>
      <Suspense fallback={<BeingFetched />}>
        <View before={before} after={after} />
      </Suspense>
    </>
  )
}
