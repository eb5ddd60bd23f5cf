import { withTextsMasked } from '@yilu/customers/server';
import type { Work } from '@yilu/platform/server';
import type { RegisterField, RegisterForm, RegisterKind } from '../contract/index.ts';
import type { FollowUpPlan } from '../contract/interaction.ts';
import type { Tables } from '../store/tables.ts';

interface RegisterAsWritten {
  readonly form: Omit<RegisterForm, 'phone'> | undefined;
  readonly missing: readonly RegisterField[];
  readonly onBehalfOf?: string | undefined;
  readonly followUp?: FollowUpPlan | undefined;
}

interface Written {
  readonly register: {
    readonly id: string;
    readonly kind: RegisterKind;
    readonly projectId: string;
    readonly contactedAt: Date;
  };
  readonly personId: string | undefined;
  readonly before?: RegisterAsWritten;
  readonly after: RegisterAsWritten;
}

/**
 * One line of the audit per saving of a register, with what stood there and what stands now. What a caller said is shown only where the
 * person is known, whose key seals it; of a caller without a record the audit says which fields are missing. Never the phone.
 */
export async function auditRegister(work: Work<Tables>, { register, personId, before, after }: Written): Promise<void> {
  const isWhole = after.missing.length === 0;
  await work.audit({
    action: isWhole
      ? 'interactions.registered'
      : before
        ? 'interactions.register_changed'
        : 'interactions.register_kept',
    subject: { kind: 'register', id: register.id },
    projectId: register.projectId,
    ...(personId !== undefined && { personId }),
    ...(before && { before: imageOf(before, personId) }),
    after: { kind: register.kind, contactedAt: register.contactedAt, ...imageOf(after, personId) },
  });
}

function imageOf({ form, missing, onBehalfOf, followUp }: RegisterAsWritten, personId: string | undefined) {
  const { phone: _phone, ...said } = { phone: undefined, ...form };
  return {
    missing,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(personId !== undefined && withTextsMasked({ ...said, ...(followUp && { followUp }) })),
  };
}
