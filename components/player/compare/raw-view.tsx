import type { Versioned } from '@/lib/kit/streams/stream-type'
import { CopyButton } from '../timeline/copy-button'
import type { Compared } from '../view/state-view'

/** Both states as JSON, side by side where there is room. */
export const RawView = ({ before, after }: Compared) => (
  <div className="grid min-h-0 flex-1 grid-rows-2 divide-y divide-line @[34rem]:grid-cols-2 @[34rem]:grid-rows-1 @[34rem]:divide-x @[34rem]:divide-y-0">
    <RawState name="From" state={before} />
    <RawState name="To" state={after} />
  </div>
)

const RawState = ({ name, state }: { readonly name: string; readonly state: Versioned }) => {
  const json = JSON.stringify(state, null, 2)
  const title = `${name} version ${state.version}`
  return (
    <div className="relative flex min-h-0 min-w-0 flex-col">
      <section
        aria-label={`${title} as JSON`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="scroll-quiet min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        <pre className="wrap-anywhere whitespace-pre-wrap py-3 pr-12 pl-4 font-mono text-xs leading-relaxed sm:pl-6">
          {json}
        </pre>
      </section>
      <CopyButton text={json} what={title} className="absolute top-1 right-3 bg-card" />
    </div>
  )
}
