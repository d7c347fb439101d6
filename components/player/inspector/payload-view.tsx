import type { RecordedEvent, StoredShape } from '@/lib/kit/events/recorded-event'
import { diff } from '@/lib/kit/history/diff'
import { pathText, valueText } from '../compare/difference-text'
import { CopyButton } from '../timeline/copy-button'
import { useStateView } from '../view/view-parts'
import { ScrollPane } from './scroll-pane'
import { ValueTree } from './value-tree'

/** What the event says; where it was written in an older shape, that beside it. */
export const PayloadView = ({ event }: { readonly event: RecordedEvent }) => (
  <ScrollPane label="Data of the event">
    {event.stored ? (
      <>
        <div className="grid gap-x-6 gap-y-4 @[34rem]:grid-cols-2">
          <Shape name="As written" shape={event.stored} />
          <Shape name="As read" shape={event} />
        </div>
        <Upcast written={event.stored} read={event} />
      </>
    ) : (
      <Shape name="As written and read" shape={event} />
    )}
  </ScrollPane>
)

const Shape = ({ name, shape }: { readonly name: string; readonly shape: StoredShape }) => (
  <section aria-label={name} className="min-w-0">
    <div className="flex items-center justify-between gap-3">
      <h3 className="text-sm">
        {name} <span className="text-muted">{`${shape.type}, schema version ${shape.schemaVersion}`}</span>
      </h3>
      <CopyButton text={JSON.stringify(shape.data, null, 2)} what={`the data, ${name.toLowerCase()}`} />
    </div>
    <div className="mt-1 rounded-md bg-edge/10 py-2 pr-3 pl-6">
      <ValueTree value={shape.data} />
    </div>
  </section>
)

const signs = { added: '+', removed: '−', changed: '→', reordered: '↕' }

/** What the upcast made of it, place by place. */
const Upcast = ({ written, read }: { readonly written: StoredShape; readonly read: StoredShape }) => {
  const differences = diff(written.data, read.data, useStateView().keyOf)
  if (differences.length === 0) return null
  return (
    <section aria-label="What reading it changed" className="mt-4">
      <h3 className="text-sm">What reading it changed</h3>
      <ul className="mt-1 font-mono text-xs leading-6">
        {differences.map((difference) => (
          <li key={`${difference.type} ${pathText(difference.path)}`} className="wrap-anywhere">
            <span aria-hidden className="mr-2 inline-block w-3 text-muted">
              {signs[difference.type]}
            </span>
            {pathText(difference.path)} <span className="text-muted">{difference.type}</span>{' '}
            {'before' in difference && <del className="no-underline">{valueText(difference.before)}</del>}
            {'before' in difference && 'after' in difference && ' → '}
            {'after' in difference && <ins className="no-underline">{valueText(difference.after)}</ins>}
          </li>
        ))}
      </ul>
    </section>
  )
}
