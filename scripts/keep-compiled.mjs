// Imported first by whatever loads the product: Node keeps what it makes of a module (types taken out, compiled), so that the next start
// need not. Beside what is installed and not in a temporary folder, where somebody else could lay code for us to run; where this
// folder must not be written to, Node does without and says nothing.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { root } from './parts.mjs';

enableCompileCache(join(root, 'node_modules/.cache/compiled'));
