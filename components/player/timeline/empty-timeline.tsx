import { useStreamView } from '../view/use-stream-view'

/** What a timeline shows before its first event. */
export const EmptyTimeline = () => (
  <div className="grid min-h-0 flex-1 place-content-center justify-items-center overflow-y-auto px-6 py-8 text-center">
    <svg aria-hidden viewBox="0 0 120 40" className="h-10 text-edge">
      <path d="M0 20H120" stroke="currentColor" strokeDasharray="2 5" />
      <circle cx="60" cy="20" r="9" fill="var(--card)" stroke="currentColor" strokeDasharray="3 3" />
    </svg>
    <p className="mt-4 font-display text-3xl leading-tight">Nothing to remember yet</p>
    <p className="mt-1.5 max-w-[30ch] text-pretty text-muted text-md">{useStreamView().beforeFirst}</p>
  </div>
)
