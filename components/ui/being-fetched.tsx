/** Stands where lines will be. */
export const BeingFetched = () => (
  <div role="status" className="space-y-5 px-4 py-6 sm:px-6">
    <span className="sr-only">Being fetched</span>
    {['w-3/4', 'w-2/3', 'w-1/2'].map((width) => (
      <span key={width} aria-hidden className={`block h-3 rounded-full bg-edge/20 ${width}`} />
    ))}
  </div>
)
