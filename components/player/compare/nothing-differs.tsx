/** What a comparison shows that finds nothing. */
export const NothingDiffers = ({ sameVersion }: { readonly sameVersion: boolean }) => (
  <div className="grid min-h-0 flex-1 place-content-center px-6 py-8 text-center">
    <p className="font-display text-3xl leading-tight">Nothing differs</p>
    <p className="mt-1.5 max-w-[32ch] text-pretty text-muted text-md">
      {sameVersion
        ? 'Both marks stand at the same version. Move one of them.'
        : 'Both versions hold the same lines at the same prices.'}
    </p>
  </div>
)
