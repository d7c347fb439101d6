import { Button } from '@/components/ui/button'

interface SaveSearchFormProps {
  readonly suggested: string
  readonly onSave: (name: string) => void
  readonly onCancel: () => void
}

const maxName = 60

const focus = (input: HTMLInputElement | null): void => {
  input?.focus()
  input?.select()
}

/** Asks for the name to keep a search under. */
export const SaveSearchForm = ({ suggested, onSave, onCancel }: SaveSearchFormProps) => (
  <form
    action={(fields) => {
      const name = String(fields.get('name') ?? '').trim()
      if (name) onSave(name)
    }}
    onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    className="flex min-w-0 items-center gap-2"
  >
    <input
      ref={focus}
      name="name"
      required
      maxLength={maxName}
      defaultValue={suggested.slice(0, maxName)}
      aria-label="Name of this search"
      autoComplete="off"
      className="h-8 w-44 min-w-0 rounded-md border border-edge bg-card px-2.5 text-sm pointer-coarse:h-11"
    />
    <Button size="sm" variant="primary" type="submit">
      Save
    </Button>
    <Button size="sm" variant="ghost" onClick={onCancel}>
      Cancel
    </Button>
  </form>
)
