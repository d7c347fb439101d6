import { serveScans } from '../../kit/client/scan/serve-scans'
import { searchableTypes } from '../wire/searchable-types'

serveScans(searchableTypes)
