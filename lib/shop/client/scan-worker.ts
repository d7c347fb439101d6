import { serveScans } from '../../kit/client/scan/serve-scans'
import { searchableCart } from '../cart/wire/searchable-cart'

serveScans([searchableCart])
