'use client'

import { Columns2, GitFork, type LucideIcon, ScanSearch } from 'lucide-react'
import { memo, type RefObject } from 'react'
import { useShortcut } from '@/lib/kit/client/keys/use-shortcut'
import { Button } from '../../ui/button'
import { useStreamView } from '../view/use-stream-view'
import type { Stage, Tool } from './use-stage'

interface StageButtonsProps {
  readonly shown: Stage['shown']
  readonly onOpen: Stage['open']
  readonly panelId: string
  readonly disabled: boolean
  /** The button pressed last: it gets the focus back. */
  readonly pressed: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

/** The tools that take the state's place; pressed again, each gives it back. */
export const StageButtons = memo((props: StageButtonsProps) => {
  const { loadWhatIfView } = useStreamView()
  const compare = useShortcut('compare')
  const when = useShortcut('when')
  const whatIf = useShortcut('whatIf')
  return (
    <>
      <ToolButton {...props} tool="compare" name="Compare" icon={Columns2} shortcut={compare} />
      <ToolButton {...props} tool="when" name="When" icon={ScanSearch} shortcut={when} />
      {loadWhatIfView && (
        <ToolButton {...props} tool="what-if" name="What if" icon={GitFork} shortcut={whatIf} />
      )}
    </>
  )
})

interface ToolProps extends StageButtonsProps {
  readonly tool: Tool
  readonly name: string
  readonly icon: LucideIcon
  readonly shortcut: ReturnType<typeof useShortcut>
}

const ToolButton = ({
  shown,
  onOpen,
  panelId,
  disabled,
  pressed,
  onClose,
  tool,
  name,
  icon: Icon,
  shortcut,
}: ToolProps) => {
  const isOpen = shown === tool
  return (
    <Button
      variant="ghost"
      size="tool"
      aria-label={name}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      aria-keyshortcuts={shortcut.aria}
      title={shortcut.sign ? `${name} (${shortcut.sign})` : name}
      disabled={disabled}
      onClick={({ currentTarget }) => {
        pressed.current = currentTarget
        if (isOpen) onClose()
        else onOpen(tool)
      }}
      className="aria-expanded:bg-ink aria-expanded:text-paper"
    >
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      <span className="hidden @[58rem]:inline">{name}</span>
    </Button>
  )
}
