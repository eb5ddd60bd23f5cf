import { said } from '@yilu/platform/contract';
import { z } from 'zod';

/** The levels of a property group, from the group down to a project; there is one group in a deployment. */
export const nodeKinds = ['group', 'region', 'city', 'project'] as const;
export const NodeKind = z.enum(nodeKinds);
export type NodeKind = z.infer<typeof NodeKind>;

const name = z.string().trim().min(1).max(60);
const optionalName = z.string().trim().min(1).max(80);

/** What people may write about a company or project. */
export const CompanyDetails = z.object({
  name,
  /** Stands in room codes and on forms: `XYHY`. Unique in the group. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .refine(
      (code) => /^[A-Z0-9]{1,12}$/.test(code),
      said('只能用大写字母和数字，最多 12 位。', 'Capitals and figures only, at most 12.'),
    )
    .optional(),
  /** ORG-08: who builds and sells here; where absent, the nearest company above says. */
  developer: optionalName.optional(),
  /** ORG-08: who manages the community here; where absent, the nearest company above says. */
  propertyCompany: optionalName.optional(),
  /** The lines printed above forms: company, office, address, telephone. */
  letterhead: z.string().trim().min(1).max(400).optional(),
  /** The public address of a project. */
  address: z.string().trim().min(1).max(200).optional(),
});
export type CompanyDetails = z.infer<typeof CompanyDetails>;

/** A company, or a project: the id that every `projectId` refers to. */
export const CompanyNode = CompanyDetails.extend({
  id: z.uuid(),
  kind: NodeKind,
  /** Absent for the group. */
  parentId: z.uuid().optional(),
  /** For sorting and for finding by letters: `lan shan fu`. */
  pinyin: z.string(),
  /** From the group down to this node, itself last. */
  path: z.array(z.uuid()),
  version: z.int(),
});
export type CompanyNode = z.infer<typeof CompanyNode>;
