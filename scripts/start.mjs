// npm start: serves the production build. What may be set stands in README.md; exits 1 with a sentence when
// the environment, the database or the content cannot be used.
import './require-node.mjs'
import './end-with-npm.mjs'
import { isBuilt, serve } from './serve.mjs'

if (!isBuilt()) {
  console.error('Il sito non è ancora stato preparato: lancia prima «npm run build».')
  process.exit(1)
}
await serve()
