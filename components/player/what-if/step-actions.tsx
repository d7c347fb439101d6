import { ArrowDown, ArrowUp, type LucideIcon, PenLine, Plus, RotateCcw, Trash2 } from 'lucide-react'

interface StepActionsProps {
  readonly isInserted: boolean
  /** As it was in truth: neither edited nor skipped. */
  readonly isTruth: boolean
  readonly onEdit: () => void
  readonly onInsert: () => void
  readonly onReset: () => void
  /** Undefined at that end of the branch. */
  readonly onMoveUp: (() => void) | undefined
  readonly onMoveDown: (() => void) | undefined
}

/** What can be done with the selected step. */
export const StepActions = ({ isInserted, isTruth, ...on }: StepActionsProps) => (
  <div className="-ml-2 flex flex-wrap pb-1.5">
    <Action icon={PenLine} label="Edit" onClick={on.onEdit} />
    <Action icon={Plus} label="Insert after" onClick={on.onInsert} />
    <Action icon={ArrowUp} label="Earlier" onClick={on.onMoveUp} />
    <Action icon={ArrowDown} label="Later" onClick={on.onMoveDown} />
    {isInserted ? (
      <Action icon={Trash2} label="Take out" onClick={on.onReset} />
    ) : (
      !isTruth && <Action icon={RotateCcw} label="As it was" onClick={on.onReset} />
    )}
  </div>
)

interface ActionProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly onClick: (() => void) | undefined
}

const Action = ({ icon: Icon, label, onClick }: ActionProps) => (
  <button
    type="button"
    disabled={!onClick}
    onClick={onClick}
    className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-xs text-muted enabled:hover:bg-card enabled:hover:text-ink disabled:opacity-40 pointer-coarse:h-11"
  >
    <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
    {label}
  </button>
)
