import { type Answer, found, insist } from '@yilu/platform/contract';
import { askAnew, onceForAll, slot, type Work } from '@yilu/platform/server';
import { insistGroup, valueOf } from '@yilu/settings/server';
import { catalogue, fieldOf, type fieldSettings, groupPurpose, noSuchField } from '../contract/index.ts';
import { isCollected, refusalToSwitchOn } from '../rules/index.ts';
import { fieldSwitches, writeFieldSwitch } from '../store/dossier.ts';
import type { Tables } from '../store/tables.ts';

/** A consent ledger contributes itself here; until one does, sensitive fields cannot be switched on (SEC-04). */
export const consentLedgers = slot<{ readonly name: string }>('customers.consentLedgers');

type FieldSettings = Answer<typeof fieldSettings>;

/** Which fields of the catalogue are collected here. */
export function switchesIn(work: Work<Tables>): ReturnType<typeof fieldSwitches> {
  return onceForAll(work, 'customers.fieldSwitches', () => fieldSwitches(work.db));
}

export async function readFieldSettings(work: Work<Tables>): Promise<FieldSettings> {
  const [switches, purposes] = await Promise.all([switchesIn(work), valueOf(work, groupPurpose)]);
  return {
    purposes,
    fields: catalogue.map((field) => ({
      field: field.key,
      on: isCollected(field, switches),
      sensitive: field.sensitivity === 'sensitive',
      ...purposeOf(switches.find((one) => one.field === field.key)?.purpose),
    })),
  };
}

/** Switch a field on, with what it is collected for, or off; answers already given stay, unseen and uncounted (DOS-36). */
export async function setField(
  work: Work<Tables>,
  given: { field: string; on: boolean; purpose?: string | undefined },
): Promise<FieldSettings> {
  insistGroup(work);
  const field = found(fieldOf(given.field), noSuchField);
  const before = (await readFieldSettings(work)).fields.find((one) => one.field === field.key);
  const hasLedger = work.contributions(consentLedgers).length > 0;
  const purpose = given.purpose || undefined;
  if (given.on) insist(refusalToSwitchOn(field, purpose, hasLedger), 409, { field: 'purpose' });
  await writeFieldSwitch(work.db, { field: field.key, on: given.on, purpose, by: work.actor.accountId, at: work.now });
  askAnew(work);
  await work.audit({
    action: 'customers.field_switched',
    subject: { kind: 'dossierField', id: field.key },
    before,
    after: { on: given.on, purpose },
  });
  return readFieldSettings(work);
}

const purposeOf = (purpose: string | undefined) => (purpose === undefined ? {} : { purpose });
