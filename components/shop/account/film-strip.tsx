import { cn } from '../../ui/cn'

const frames = [
  'mantel-clock',
  'film-camera',
  'half-hour-glass',
  'fountain-pen',
  'blank-cassette',
  'desk-lamp',
]

/** A strip of film beside a form; only there to be looked at. */
export const FilmStrip = ({ className }: { readonly className?: string }) => (
  <div
    aria-hidden="true"
    className={cn('film-strip flex w-60 flex-col gap-2.5 bg-ink px-9 dark:bg-line py-2.5', className)}
  >
    {frames.map((picture) => (
      <img
        key={picture}
        src={`/pictures/${picture}.svg`}
        alt=""
        width={320}
        height={320}
        className="aspect-square h-auto w-full rounded-[2px] dark:brightness-[0.86]"
      />
    ))}
  </div>
)
