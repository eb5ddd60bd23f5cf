// npm start: the whole product in one process, on Node 24 (scripts/prepare.mjs has seen to that).
import '../apps/server/main.ts';
