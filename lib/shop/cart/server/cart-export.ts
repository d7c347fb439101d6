import type { ExportSource } from '../../../kit/server/export/export-source'

/** A cart's export, whose manifest says that it is a cart's: readers of earlier versions know no other word for it. */
export const asCartExport = (cartId: string, exported: ExportSource): ExportSource => ({
  ...exported,
  manifest: { ...exported.manifest, source: { ...exported.manifest.source, type: 'cart', cartId } },
})
