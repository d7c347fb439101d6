/** What one is told when nothing came back of what one did. */
export const unreachable = 'The shop could not be reached. Try again.'
