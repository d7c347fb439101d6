/** Says that nothing is relayed, and how that begins. */
export const NoTargets = () => (
  <div className="border-ink border-t py-20 text-center">
    <p className="font-display text-3xl">Nothing is relayed</p>
    <p className="mx-auto mt-2 max-w-md text-balance text-muted text-md">
      What happens here can go to JetStream, a Redis stream or a webhook. Name them in{' '}
      <code className="font-mono text-sm">RELAY</code>, as{' '}
      <code className="font-mono text-sm">.env.example</code> shows, and start the shop again.
    </p>
  </div>
)
