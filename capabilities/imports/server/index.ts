import type { Capability } from '@yilu/platform/server';
import { parameters, permissions } from '../contract/index.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

export { type ImportFiles, importFiles } from './import-files.ts';
export { forgetOldImports } from './jobs.ts';

export const imports: Capability = { name: 'imports', permissions, parameters, routes, jobs };
