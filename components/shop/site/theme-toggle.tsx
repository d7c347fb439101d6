'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useHydrated } from '@/lib/kit/client/page/use-hydrated'
import { Button } from '../../ui/button'

const themes = [
  { name: 'system', next: 'light', Icon: Monitor },
  { name: 'light', next: 'dark', Icon: Sun },
  { name: 'dark', next: 'system', Icon: Moon },
] as const

/** Goes round: as the system has it, light, dark. */
export const ThemeToggle = () => {
  const { theme, setTheme } = useTheme()
  const hydrated = useHydrated()
  const { name, next, Icon } = themes.find(({ name }) => hydrated && name === theme) ?? themes[0]
  return (
    <Button variant="ghost" size="icon" aria-label={`Theme: ${name}`} onClick={() => setTheme(next)}>
      <Icon className="size-4.5" strokeWidth={1.5} aria-hidden="true" />
    </Button>
  )
}
