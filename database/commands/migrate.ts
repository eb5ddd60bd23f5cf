// npm run db:migrate: brings the database of DATA_DIR (or DATABASE_URL) forward to this code.
import { migrate } from '@yilu/platform/postgres';
import { withDatabase } from './developer-database.ts';

const { applied } = await withDatabase((to) => migrate(to));
process.stdout.write(applied.length > 0 ? `applied ${applied.join(', ')}\n` : 'nothing to apply\n');
