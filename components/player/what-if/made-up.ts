/** The look of what never happened: hatched. */
export const madeUp =
  'bg-[repeating-linear-gradient(135deg,transparent_0_5px,color-mix(in_srgb,var(--edge)_14%,transparent)_5px_6px)]'
