import type { AuditWords } from '@yilu/identity/server';
import { fieldOf } from '../contract/index.ts';
import { withPhonesMasked } from '../rules/index.ts';
import { mapTexts } from './phones-in-texts.ts';

const hidden = '***';
/** An id may hold eleven digits in a row. */
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The audit tells what was changed; numbers and sensitive answers are looked at where each look is counted (SEC-04, SEC-09). */
export function shownInAudit<Entry extends AuditWords>(entry: Entry): Entry {
  const { action, reason, before, after } = entry;
  const show = (value: unknown) => masked(action === 'customers.dossier_changed' ? withoutSensitive(value) : value);
  return {
    ...entry,
    ...(reason !== undefined && { reason: withPhonesMasked(reason) }),
    ...(before !== undefined && { before: show(before) }),
    ...(after !== undefined && { after: show(after) }),
  };
}

function masked(value: unknown): unknown {
  return mapTexts(value, (text) => (id.test(text) ? text : withPhonesMasked(text)));
}

function withoutSensitive(answers: unknown): unknown {
  if (typeof answers !== 'object' || answers === null) return answers;
  const each = Object.entries(answers).map(([field, value]) => [
    field,
    fieldOf(field)?.sensitivity === 'sensitive' && value !== 'declined' ? hidden : value,
  ]);
  return Object.fromEntries(each);
}
