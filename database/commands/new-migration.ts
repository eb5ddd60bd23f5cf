// npm run db:new -- NAME: an empty migration named to be applied after all others.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '@yilu/platform/postgres';
import { nextStamp } from './next-stamp.ts';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Say what it does, in small letters and hyphens: npm run db:new -- room-milestones\n');
  process.exit(2);
}

const [day, time = ''] = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).split(' ');
const now = `${day}-${time.slice(0, 5).replace(':', '')}`;
const landed = readdirSync(migrationsFolder).filter((each) => each.endsWith('.sql'));
const file = join(migrationsFolder, `${nextStamp(landed, now)}-${name}.sql`);
writeFileSync(
  file,
  `-- What this changes and why. Forward only; frozen once landed.
-- Tables with personal data: enable row level security and a policy for each command. Comment units and requirement ids.
`,
);
process.stdout.write(`${file}\nThen: npm run db:migrate && npm run db:schema\n`);
