import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  useAnswer,
  useMay,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type CompanyNode, editCompanies, listCompanies, nodeKindNames } from '../contract/index.ts';
import { inherited } from '../rules/index.ts';
import { CompanyPanel, type Writing } from './company-panel.tsx';
import { texts } from './text.ts';
import './settings.css';

export function CompaniesPage() {
  const t = useText();
  const may = useMay();
  const [writing, write] = useState<Writing>();
  const { data, error, refetch } = useAnswer(listCompanies, {});
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState shape="table" rows={8} />;
  const nodes = data.items;
  if (nodes.length === 0) return <EmptyState title={t(texts.noGroup)} />;
  const canEdit = may(editCompanies);

  return (
    <>
      <PageHeader title={t(texts.companies)} note={t(texts.companiesNote)} />
      <PageBody>
        <ul className="st-tree">
          {inTreeOrder(nodes).map((node) => (
            <li key={node.id}>
              <span className="st-tree-name" style={{ paddingLeft: `${20 * (node.path.length - 1)}px` }}>
                {canEdit ? (
                  <button type="button" className="yl-plain yl-strong" onClick={() => write({ node })}>
                    {node.name}
                  </button>
                ) : (
                  <b>{node.name}</b>
                )}
                <span className="yl-foot">{t(nodeKindNames[node.kind])}</span>
              </span>
              <span className="st-tree-code">{node.code}</span>
              <span className="yl-quiet st-tree-sides">{sidesOf(nodes, node)}</span>
              {canEdit && node.kind !== 'project' ? (
                <Button
                  type="text"
                  size="small"
                  icon={<Plus size={16} />}
                  aria-label={`${t(texts.addUnder)} ${node.name}`}
                  title={t(texts.addUnder)}
                  onClick={() => write({ under: node })}
                />
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
      </PageBody>
      {writing && <CompanyPanel writing={writing} nodes={nodes} onClose={() => write(undefined)} />}
    </>
  );
}

/** Developer and property company as they hold here (ORG-08). */
function sidesOf(nodes: readonly CompanyNode[], node: CompanyNode): string {
  return [inherited(nodes, node.id, 'developer'), inherited(nodes, node.id, 'propertyCompany')]
    .filter(Boolean)
    .join(' · ');
}

function inTreeOrder(nodes: readonly CompanyNode[]): CompanyNode[] {
  const known = new Set(nodes.map(({ id }) => id));
  const below = (parentId: string | undefined): CompanyNode[] =>
    nodes
      .filter((node) => (node.parentId && known.has(node.parentId) ? node.parentId : undefined) === parentId)
      .flatMap((node) => [node, ...below(node.id)]);
  return below(undefined);
}
