/** What every answer says to browsers: it is what it says it is, stands in nobody's frame, and tells nobody where one came from. */
export const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
} as const
