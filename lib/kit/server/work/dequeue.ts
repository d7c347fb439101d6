import type { Write } from '../postgres/write'

/** Takes work out of a queue, since nobody has to do it any more. No other write of the same statement may put it in. */
export const dequeuing = (queue: string, ids: readonly string[]): readonly Write[] =>
  ids.length === 0
    ? []
    : [
        (value) =>
          `DELETE FROM public.waiting_work WHERE queue = ${value(queue)} AND id = ANY (${value(ids)})`,
      ]
