// What the launcher runs when the dependencies are missing or older than package-lock.json.
import { installIfMissing } from './pinned-node.mjs'

installIfMissing()
