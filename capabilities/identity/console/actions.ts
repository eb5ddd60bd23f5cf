import type { AuditWords, Sentence } from '@yilu/platform/contract';
import { capabilityName, capabilityNames } from '@yilu/settings/console/capability-names';

/** The beginnings by which the audit is filtered: the capabilities, and what is asked for most within accounts. */
export const families: readonly { readonly action: string; readonly title: Sentence }[] = [
  { action: 'identity.sign', title: { zh: '登录', en: 'Signing in' } },
  { action: 'identity.role', title: { zh: '角色与授权', en: 'Roles and grants' } },
  ...Object.entries(capabilityNames).map(([capability, title]) => ({ action: `${capability}.`, title })),
];

/** In words; a doing without words is told by what it belongs to. */
export function wordsOfAction({ actions }: AuditWords, action: string): Sentence {
  return actions[action] ?? capabilityName(action.split('.')[0] ?? action);
}
