import * as z from 'zod'

/** What a browser kept of a list, so many at most: what can't be read of it is left out, not all the rest with it. */
export const readList = <Item>(item: z.ZodType<Item>, json: string, most: number): readonly Item[] => {
  try {
    return z
      .array(z.unknown())
      .parse(JSON.parse(json))
      .flatMap((each) => item.safeParse(each).data ?? [])
      .slice(0, most)
  } catch {
    return []
  }
}
