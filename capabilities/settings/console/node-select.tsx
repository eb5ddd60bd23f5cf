import { useAnswer, useText } from '@yilu/platform/web';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { type CompanyNode, listCompanies, nodeKindNames } from '../contract/index.ts';

interface NodeSelectProps {
  readonly value: string | undefined;
  readonly onChange: (nodeId: string) => void;
  /** Only these may be chosen; the others show where they stand. */
  readonly allowed?: (node: CompanyNode) => boolean;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-label'?: string;
}

interface Branch {
  readonly value: string;
  readonly title: string;
  readonly search: string;
  readonly disabled: boolean;
  readonly children: Branch[];
}

/** A company or project of the tree, found by name or pinyin. */
export function NodeSelect({ value, onChange, allowed, id, status, ...aria }: NodeSelectProps) {
  const t = useText();
  const { data } = useAnswer(listCompanies, {});
  const tree = useMemo(
    () => branches(data?.items ?? [], (node) => `${node.name} · ${t(nodeKindNames[node.kind])}`, allowed),
    [data, t, allowed],
  );
  return (
    <TreeSelect
      {...aria}
      {...(id && { id })}
      {...(status && { status })}
      value={value ?? null}
      onChange={(next) => next && onChange(next)}
      treeData={tree}
      showSearch
      treeNodeFilterProp="search"
      treeDefaultExpandAll
      popupMatchSelectWidth={280}
      style={{ minWidth: 180, width: '100%' }}
    />
  );
}

function branches(
  nodes: readonly CompanyNode[],
  titleOf: (node: CompanyNode) => string,
  allowed?: (node: CompanyNode) => boolean,
): Branch[] {
  const known = new Set(nodes.map(({ id }) => id));
  const below = (parentId: string | undefined): Branch[] =>
    nodes
      .filter((node) => (node.parentId && known.has(node.parentId) ? node.parentId : undefined) === parentId)
      .map((node) => ({
        value: node.id,
        title: titleOf(node),
        search: `${node.name} ${node.pinyin} ${node.pinyin.replaceAll(' ', '')} ${node.code ?? ''}`,
        disabled: allowed ? !allowed(node) : false,
        children: below(node.id),
      }));
  return below(undefined);
}
