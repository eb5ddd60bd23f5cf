// npm run db:new -- NAME: an empty migration with today's date, in Shanghai, in its name.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '@yilu/platform/postgres';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Say what it does, in small letters and hyphens: npm run db:new -- room-milestones\n');
  process.exit(2);
}

const [day, time = ''] = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).split(' ');
const file = join(migrationsFolder, `${day}-${time.slice(0, 5).replace(':', '')}-${name}.sql`);
if (existsSync(file)) {
  process.stderr.write(`${file} is there already.\n`);
  process.exit(1);
}
writeFileSync(
  file,
  `-- What this changes and why. Forward only; frozen once landed.
-- Tables with personal data: enable row level security and a policy for each command. Comment units and requirement ids.
`,
);
process.stdout.write(`${file}\nThen: npm run db:migrate && npm run db:schema\n`);
