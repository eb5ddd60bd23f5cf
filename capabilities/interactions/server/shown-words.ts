import { masksPhone, withTextsMasked, withTextsRestored } from '@yilu/customers/server';
import type { ContactParts, EarlierVersion, FollowUpPlan, Interaction, RegisterForm } from '../contract/index.ts';
import type { StoredContact } from '../store/interactions.ts';

/** A contact as everybody reads it: what was written stays whole in the store, phones in it are masked (SEC-09). */
export function shownContact(contact: StoredContact): Interaction {
  return { ...contact, parts: withTextsMasked(contact.parts), masksPhone: masksPhone(contact.parts) };
}

export function shownVersion(version: EarlierVersion): EarlierVersion {
  return { ...version, parts: withTextsMasked(version.parts) };
}

/** The words as somebody means them who saw masked numbers: each is the one that stood there. */
export function meantWords(written: ContactParts, stood: readonly ContactParts[]): ContactParts {
  return withTextsRestored(written, stood, 'parts');
}

interface RegisterWritten {
  readonly form: RegisterForm;
  readonly followUp?: FollowUpPlan | undefined;
}

/** The same of a register: a page that only shows masked phones sends none, or asterisks; those written before stay. */
export function meantRegister(
  { form, followUp }: RegisterWritten,
  stood: { readonly form: RegisterForm | undefined; readonly followUp: FollowUpPlan | undefined },
): RegisterWritten {
  return {
    form: {
      ...withTextsRestored(form, stood.form, 'form'),
      ...(!form.phone && stood.form?.phone && { phone: stood.form.phone }),
    },
    followUp: followUp && withTextsRestored(followUp, stood.followUp, 'followUp'),
  };
}
