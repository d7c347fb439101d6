import { canonicalJson } from '../../events/canonical-json'
import type { ExportManifest, ExportTrailer } from '../../wire/api-export'
import { toCloudEvent } from './cloud-event'
import type { FileFormat } from './file-format'

/** A batch of CloudEvents 1.0; the last one has manifest and trailer as its data. */
export const cloudEventsFormat: FileFormat = {
  contentType: 'application/cloudevents-batch+json',
  extension: 'cloudevents.json',
  begin: () => '[\n',
  line: (event) => `${canonicalJson(toCloudEvent(event))}\n`,
  between: ',',
  end: (trailer, manifest) =>
    `${trailer.count > 0 ? ',' : ''}${canonicalJson(completed(trailer, manifest))}\n]\n`,
}

const completed = (trailer: ExportTrailer, manifest: ExportManifest) => ({
  specversion: '1.0',
  id: `${manifest.exportedAt}/${trailer.sha256}`,
  source: '/exports',
  type: 'hindsight.ExportCompleted',
  time: manifest.exportedAt,
  datacontenttype: 'application/json',
  data: { manifest, trailer },
})
