// npm run yilu: a command for people and scripts.
import './keep-compiled.mjs';

await import('../apps/server/cli.ts');
