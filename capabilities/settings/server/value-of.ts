import type { Parameter } from '@yilu/platform/contract';
import { onceForAll, type Work } from '@yilu/platform/server';
import type { z } from 'zod';
import { overrideOfEachProject, overridesAt } from '../store/parameters.ts';
import { onOwnTables } from './own-tables.ts';

/**
 * What a parameter says in a project: the nearest override up the tree, else the default; without a project, the group's.
 * One indexed query per project and edition of access, however many parameters are asked and however often. A stored value that no longer fits the declared shape counts as absent.
 */
export async function valueOf<Shape extends z.ZodType, Tables>(
  work: Work<Tables>,
  parameter: Parameter<Shape>,
  { projectId }: { projectId?: string | undefined } = {},
): Promise<z.output<Shape>> {
  return fitting(parameter, (await overridesIn(work, projectId)).get(parameter.key));
}

/** Several parameters at once: `const { minChars, scope } = await valuesOf(work, { minChars: …, scope: … })`. */
export async function valuesOf<Wanted extends Readonly<Record<string, Parameter>>, Tables>(
  work: Work<Tables>,
  wanted: Wanted,
  { projectId }: { projectId?: string | undefined } = {},
): Promise<{ [Name in keyof Wanted]: z.output<Wanted[Name]['shape']> }> {
  const overrides = await overridesIn(work, projectId);
  const values = Object.entries(wanted).map(([name, parameter]) => [
    name,
    fitting(parameter, overrides.get(parameter.key)),
  ]);
  return Object.fromEntries(values) as { [Name in keyof Wanted]: z.output<Wanted[Name]['shape']> };
}

/** For set-based work over many projects: one query, then a look-up. */
export async function valueInEachProject<Shape extends z.ZodType, Tables>(
  work: Work<Tables>,
  parameter: Parameter<Shape>,
): Promise<(projectId: string | undefined) => z.output<Shape>> {
  const db = onOwnTables(work);
  const group = await valueOf(work, parameter);
  const each = await overrideOfEachProject(db, parameter.key);
  const byProject = new Map(each.map(({ projectId, value }) => [projectId, fitting(parameter, value)]));
  return (projectId) => (projectId === undefined ? undefined : byProject.get(projectId)) ?? group;
}

function overridesIn<Tables>(work: Work<Tables>, projectId: string | undefined): Promise<ReadonlyMap<string, unknown>> {
  return onceForAll(work, `settings.overrides ${projectId ?? ''}`, () => overridesAt(onOwnTables(work), projectId));
}

function fitting<Shape extends z.ZodType>(parameter: Parameter<Shape>, stored: unknown): z.output<Shape> {
  if (stored === undefined) return parameter.default;
  const parsed = parameter.shape.safeParse(stored);
  return parsed.success ? parsed.data : parameter.default;
}
