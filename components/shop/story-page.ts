/** Where a story can be looked at, all of its streams together. */
export const storyPage = (correlationId: string): string => `/stories/${encodeURIComponent(correlationId)}`
