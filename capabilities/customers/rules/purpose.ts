import { type DossierField, type GroupPurposes, type Purpose, shippedPurposes } from '../contract/index.ts';

/** What a field is for: what its group is for here, unless it stands in the group for something else, as 转介绍 does (DOS-27, DOS-33). */
export function purposeOf({ group, purpose }: DossierField, purposes: GroupPurposes): Purpose {
  return purpose === shippedPurposes[group] ? purposes[group] : purpose;
}
