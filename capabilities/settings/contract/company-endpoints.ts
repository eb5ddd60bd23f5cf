import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { CompanyDetails, CompanyNode, NodeKind } from './company.ts';
import { editCompanies, seeSettings } from './permissions.ts';

const tag = 'settings';
const version = z.int();
const atNode = z.object({ nodeId: z.uuid() });

export const listCompanies = endpoint({
  method: 'GET',
  path: '/companies',
  answer: z.object({ items: z.array(CompanyNode) }),
  permission: seeSettings,
  summary: 'The tree of companies and projects in reach, parents before children.',
  tag,
});
export const createCompany = endpoint({
  method: 'POST',
  path: '/companies',
  body: CompanyDetails.extend({ kind: NodeKind.exclude(['group']), parentId: z.uuid() }),
  answer: CompanyNode,
  permission: editCompanies,
  summary: 'Add a region, city company or project.',
  tag,
});
export const editCompany = endpoint({
  method: 'PUT',
  path: '/companies/:nodeId',
  params: atNode,
  body: CompanyDetails.extend({ parentId: z.uuid().optional(), version }),
  answer: CompanyNode,
  permission: editCompanies,
  summary: 'Rename or move a company or project, with its side information, short code and letterhead.',
  tag,
});
export const deleteCompany = endpoint({
  method: 'DELETE',
  path: '/companies/:nodeId',
  params: atNode,
  permission: editCompanies,
  summary: 'Delete a company or project under which nothing stands.',
  tag,
});
