/** Where the API has a stream: its window, events, outline, scan and export are below it. */
export const streamPath = (streamType: string, streamId: string): string =>
  `/api/streams/${encodeURIComponent(streamType)}/${encodeURIComponent(streamId)}`
