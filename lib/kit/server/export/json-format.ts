import { canonicalJson } from '../../events/canonical-json'
import type { FileFormat } from './file-format'

/** One document: the manifest, the events, the trailer. */
export const jsonFormat: FileFormat = {
  contentType: 'application/json',
  extension: 'json',
  begin: (manifest) => `{"manifest":${canonicalJson(manifest)},"events":[\n`,
  line: (event) => `${canonicalJson(event)}\n`,
  between: ',',
  end: (trailer) => `],"trailer":${canonicalJson(trailer)}}\n`,
}
