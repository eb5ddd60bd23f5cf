import { type Enter, idOfSystem, nobody } from '@yilu/platform/server';

/** Until identity recognises people: the system and nobody. */
export const enter: Enter = async (client, entry) => {
  if (entry.as !== 'system' && entry.as !== 'nobody') return undefined;
  const isSystem = entry.as === 'system';
  await client.query('select scope.enter($1, null, $2, $3, null)', [isSystem ? idOfSystem : null, !isSystem, isSystem]);
  return isSystem ? { ...nobody, kind: 'system', accountId: idOfSystem, ownOnly: false, isGroup: true } : nobody;
};
