/** What a timeline shows when its filter finds nothing. */
export const NothingMatches = () => (
  <div role="status" className="grid min-h-0 flex-1 place-content-center px-6 py-8 text-center">
    <p className="font-display text-2xl leading-tight">No event is like that</p>
    <p className="mt-1.5 text-muted text-md">None so far, that is: new ones show up here when they are.</p>
  </div>
)
