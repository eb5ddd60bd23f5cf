import { useText } from '@yilu/platform/web';
import type { AuditEntry } from '../contract/index.ts';
import { control } from './text.ts';

/** Who acted; the system and those who were not signed in have no name of their own. */
export function Actor({ entry }: { readonly entry: AuditEntry }) {
  const t = useText();
  if (entry.actorKind === 'system') return t(control.system);
  return entry.actorKind === 'nobody' ? t(control.nobody) : entry.actorName;
}
