interface NothingDiffersProps {
  /** What is the same in both versions; left out where they are one. */
  readonly words?: string | undefined
}

/** What a comparison shows that finds nothing. */
export const NothingDiffers = ({ words }: NothingDiffersProps) => (
  <div className="grid min-h-0 flex-1 place-content-center px-6 py-8 text-center">
    <p className="font-display text-3xl leading-tight">Nothing differs</p>
    <p className="mt-1.5 max-w-[32ch] text-pretty text-muted text-md">
      {words ?? 'Both marks stand at the same version. Move one of them.'}
    </p>
  </div>
)
