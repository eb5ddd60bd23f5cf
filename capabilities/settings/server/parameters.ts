import { found, type Language, type Page, type Parameter, Refused } from '@yilu/platform/contract';
import { askAnew, newId, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { z } from 'zod';
import {
  noSuchParameter,
  type ParameterAnswer,
  type ParameterChange,
  parameterChanged,
  unfitValue,
} from '../contract/index.ts';
import {
  changesOf,
  nearestOverrides,
  type Override,
  overrideAt,
  rememberChange,
  removeOverride,
  writeOverride,
} from '../store/parameters.ts';
import type { Tables } from '../store/tables.ts';
import { nodeToDecideFor, visibleNode, visibleNodes } from './reach.ts';

interface Declared {
  readonly capability: string;
  readonly parameter: Parameter;
}

/** Every parameter of every capability, as it stands at a node. */
export async function listParameters(
  work: Work<Tables>,
  { nodeId }: { nodeId?: string | undefined },
): Promise<{ items: ParameterAnswer[] }> {
  const node = await visibleNode(work, nodeId);
  const all = declaredParameters(work);
  const overrides = await nearestOverrides(
    work.db,
    all.map(({ parameter }) => parameter.key),
    node.id,
  );
  const byKey = new Map(overrides.map((override) => [override.key, override]));
  return { items: all.map((declared) => answerFor(declared, byKey.get(declared.parameter.key))) };
}

export async function setParameter(
  work: Work<Tables>,
  { key, nodeId, value, reason }: { key: string; nodeId: string; value: unknown; reason?: string | undefined },
): Promise<ParameterAnswer> {
  const declared = declaredParameter(work, key);
  const node = await nodeToDecideFor(work, nodeId);
  const parsed = declared.parameter.shape.safeParse(value);
  if (!parsed.success)
    throw new Refused(unfitValue({ problem: problemOf(parsed.error, work.language) }), 422, { field: 'value' });

  const before = await overrideAt(work.db, key, nodeId);
  if (before && JSON.stringify(before.value) === JSON.stringify(parsed.data)) return standing(work, declared, nodeId);
  const change = { key, nodeId, by: work.actor.accountId, byName: work.actor.name, at: work.now };
  await writeOverride(work.db, { ...change, value: parsed.data });
  askAnew(work);
  await remember(work, { ...change, nodeName: node.name, before: before?.value, after: parsed.data, reason });
  return standing(work, declared, nodeId);
}

/** Without an override here it does nothing: resetting twice is resetting once. */
export async function resetParameter(
  work: Work<Tables>,
  { key, nodeId }: { key: string; nodeId: string },
): Promise<ParameterAnswer> {
  const declared = declaredParameter(work, key);
  const node = await nodeToDecideFor(work, nodeId);
  const before = await overrideAt(work.db, key, nodeId);
  if (before) {
    await removeOverride(work.db, key, nodeId);
    askAnew(work);
    const change = { key, nodeId, by: work.actor.accountId, byName: work.actor.name, at: work.now };
    await remember(work, { ...change, nodeName: node.name, before: before.value, after: undefined, reason: undefined });
  }
  return standing(work, declared, nodeId);
}

const HistoryKey = z.object({ changedAt: z.coerce.date(), id: z.uuid() });

export async function parameterHistory(
  work: Work<Tables>,
  { key, limit, cursor }: { key: string; limit: number; cursor?: string | undefined },
): Promise<Page<ParameterChange>> {
  declaredParameter(work, key);
  const nodeIds = (await visibleNodes(work)).map(({ id }) => id);
  const rows = await changesOf(work.db, key, nodeIds, { limit: limit + 1, after: readCursor(cursor, HistoryKey) });
  return pageOf(rows, limit, ({ changedAt, id }) => ({ changedAt, id }));
}

function declaredParameters({ capabilities }: Work<Tables>): Declared[] {
  return capabilities.flatMap(({ name, parameters = [] }) =>
    parameters.map((parameter) => ({ capability: name, parameter })),
  );
}

function declaredParameter(work: Work<Tables>, key: string): Declared {
  return found(
    declaredParameters(work).find(({ parameter }) => parameter.key === key),
    noSuchParameter,
  );
}

async function standing(work: Work<Tables>, declared: Declared, nodeId: string): Promise<ParameterAnswer> {
  const [override] = await nearestOverrides(work.db, [declared.parameter.key], nodeId);
  return answerFor(declared, override);
}

function answerFor({ capability, parameter }: Declared, override: Override | undefined): ParameterAnswer {
  const { key, title, affects, unit, isShare, words, source, shape } = parameter;
  const fits = override && shape.safeParse(override.value).success;
  return {
    key,
    capability,
    title,
    affects,
    ...(unit && { unit }),
    ...(isShare && { isShare }),
    ...(words && { words: { ...words } }),
    source,
    shape: z.toJSONSchema(shape, { unrepresentable: 'any' }) as Record<string, unknown>,
    default: parameter.default,
    value: fits ? override.value : parameter.default,
    ...(fits && {
      from: { nodeId: override.nodeId, name: override.nodeName },
      changedBy: override.changedBy,
      changedAt: override.changedAt,
    }),
  };
}

async function remember(work: Work<Tables>, change: Omit<Parameters<typeof rememberChange>[1], 'id'>): Promise<void> {
  const { key, nodeId, before, after, reason } = change;
  await rememberChange(work.db, { ...change, id: newId() });
  await work.tell(parameterChanged, { key, nodeId });
  await work.audit({
    action: 'settings.parameter_changed',
    subject: { kind: 'parameter', id: key },
    before: { nodeId, value: before },
    after: { nodeId, value: after },
    reason,
  });
}

/** What zod objects to, in the caller's language. */
function problemOf(error: z.ZodError, language: Language): string {
  const say = (language === 'zh' ? z.locales.zhCN() : z.locales.en()).localeError;
  return error.issues
    .map((issue) => {
      const said = say(issue as never);
      const sentence = typeof said === 'string' ? said : (said?.message ?? issue.message);
      return issue.path.length > 0 ? `${issue.path.join('.')} ${sentence}` : sentence;
    })
    .join('; ');
}
