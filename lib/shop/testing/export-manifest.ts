import type { ExportManifest } from '../../kit/wire/api-export'

/** The manifest of some export of a cart with three events. */
export const manifest: ExportManifest = {
  format: 'hindsight-export',
  formatVersion: 1,
  exportedAt: '2026-11-21T14:03:22.000Z',
  exportedBy: { id: 'staff', role: 'staff' },
  source: {
    type: 'stream',
    streamType: 'cart',
    streamId: 'cart-1',
    headVersion: 3,
    headHash: 'f'.repeat(64),
  },
  selection: { from: 1, to: 3 },
}
