import { ChevronRight } from 'lucide-react'
import { isErased } from '@/lib/kit/kernel/erased'
import { count } from '../../ui/format'
import { useStateView } from '../view/view-parts'

/** A JSON value, a line for each field; what holds fields of its own can be folded. */
export const ValueTree = ({ value }: { readonly value: object }) => (
  <div className="font-mono text-xs leading-6">
    <Fields value={value} />
  </div>
)

const Fields = ({ value }: { readonly value: object }) => (
  <ul>
    {Object.entries(value).map(([name, field]) => (
      <li key={name}>
        <Field name={name} value={field} />
      </li>
    ))}
  </ul>
)

const Field = ({ name, value }: { readonly name: string; readonly value: unknown }) =>
  typeof value === 'object' && value !== null && !isErased(value) ? (
    <details open className="group/field">
      <summary className="-ml-4 flex cursor-pointer list-none items-center gap-x-1 rounded-sm marker:content-none">
        <ChevronRight
          aria-hidden
          className="size-3 shrink-0 text-muted transition-[rotate] group-open/field:rotate-90"
        />
        <span className="text-muted">{name}</span>
        <span className="ml-1 text-xs text-muted">
          <Hint value={value} />
        </span>
      </summary>
      <div className="ml-0.5 border-line border-l pl-5">
        <Fields value={value} />
      </div>
    </details>
  ) : (
    <p className="wrap-anywhere">
      <span className="text-muted">{`${name} `}</span>
      {isErased(value) ? 'erased' : JSON.stringify(value)}
    </p>
  )

/** What is folded in few words: what it is, where that is known, else how much there is. */
const Hint = ({ value }: { readonly value: object }) => {
  const { hintOf } = useStateView()
  if (Array.isArray(value)) return count(value.length, 'entry', 'entries')
  return hintOf?.(value) ?? count(Object.keys(value).length, 'field')
}
