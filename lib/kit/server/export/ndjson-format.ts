import { canonicalJson } from '../../events/canonical-json'
import type { FileFormat } from './file-format'

/** A line for the manifest, one for each event, one for the trailer. */
export const ndjsonFormat: FileFormat = {
  contentType: 'application/x-ndjson',
  extension: 'ndjson',
  begin: (manifest) => `${canonicalJson({ manifest })}\n`,
  line: (event) => `${canonicalJson(event)}\n`,
  between: '',
  end: (trailer) => `${canonicalJson({ trailer })}\n`,
}
