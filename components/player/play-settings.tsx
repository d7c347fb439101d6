'use client'

import { Menu } from '@base-ui/react/menu'
import { Check, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button'
import { type Pace, paceName, paces } from './pace'
import type { Axis } from './use-strip'

interface PlaySettingsProps {
  readonly pace: Pace
  readonly onPace: (pace: Pace) => void
  readonly axis: Axis
  readonly onAxis: (axis: Axis) => void
}

const axes: Record<Axis, string> = { version: 'Versions evenly', time: 'By time, idle folded up' }

/** How quickly the history is played, and how it is laid out. */
export const PlaySettings = ({ pace, onPace, axis, onAxis }: PlaySettingsProps) => (
  <Menu.Root>
    <Menu.Trigger
      render={<Button variant="ghost" size="icon" aria-label="Pace and layout" title="Pace and layout" />}
    >
      <Settings2 aria-hidden className="size-4" strokeWidth={1.75} />
    </Menu.Trigger>
    <Menu.Portal>
      <Menu.Positioner side="top" align="end" sideOffset={8} className="z-50">
        <Menu.Popup className="min-w-56 slip p-1.5 text-md">
          <Menu.RadioGroup value={pace} onValueChange={onPace}>
            <Menu.GroupLabel className="px-3 pt-1.5 pb-1 text-xs text-muted">Play</Menu.GroupLabel>
            {paces.map((each) => (
              <Choice key={each} value={each}>
                {paceName(each)}
              </Choice>
            ))}
          </Menu.RadioGroup>
          <Menu.Separator className="my-1.5 border-line border-t" />
          <Menu.RadioGroup value={axis} onValueChange={onAxis}>
            <Menu.GroupLabel className="px-3 pt-1.5 pb-1 text-xs text-muted">Lay out</Menu.GroupLabel>
            {(Object.keys(axes) as Axis[]).map((each) => (
              <Choice key={each} value={each}>
                {axes[each]}
              </Choice>
            ))}
          </Menu.RadioGroup>
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
)

const Choice = ({ value, children }: { readonly value: Pace | Axis; readonly children: ReactNode }) => (
  <Menu.RadioItem
    value={value}
    className="flex min-h-8 cursor-pointer items-center justify-between gap-6 rounded-md px-3 outline-none data-highlighted:bg-sunken pointer-coarse:min-h-11"
  >
    {children}
    <Menu.RadioItemIndicator>
      <Check aria-hidden className="size-4" strokeWidth={2} />
    </Menu.RadioItemIndicator>
  </Menu.RadioItem>
)
