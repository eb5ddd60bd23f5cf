// npm start: the whole product in one process, on Node 24 (scripts/prepare.mjs has seen to that).
import { flushCompileCache } from 'node:module';
import './keep-compiled.mjs';

await import('../apps/server/main.ts');
// Now: a server that is killed writes nothing on its way out.
flushCompileCache();
