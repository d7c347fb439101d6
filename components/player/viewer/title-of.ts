/** A noun at the beginning of a line. */
export const titleOf = (noun: string): string => noun.charAt(0).toUpperCase() + noun.slice(1)
