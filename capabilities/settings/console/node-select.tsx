import type { Sentence } from '@yilu/platform/contract';
import { useAnswer, useText } from '@yilu/platform/web';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { type CompanyNode, listCompanies, nodeKindNames } from '../contract/index.ts';

interface Shared {
  /** Only these may be chosen; the others show where they stand. */
  readonly allowed?: (node: CompanyNode) => boolean;
  readonly placeholder?: string;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-label'?: string;
}

interface NodeSelectProps extends Shared {
  readonly value: string | undefined;
  readonly onChange: (nodeId: string) => void;
  /** With it the choice may be taken back, as in a filter. */
  readonly onClear?: () => void;
}

interface Branch {
  readonly value: string;
  readonly title: string;
  readonly search: string;
  readonly disabled: boolean;
  readonly children: Branch[];
}

/** A company or project of the tree, found by name or pinyin. */
export function NodeSelect({ value, onChange, onClear, ...rest }: NodeSelectProps) {
  const shared = useTree(rest);
  return (
    <TreeSelect
      {...shared}
      value={value ?? null}
      allowClear={onClear !== undefined}
      onChange={(next) => (next ? onChange(next) : onClear?.())}
    />
  );
}

interface NodesSelectProps extends Shared {
  readonly value: readonly string[];
  readonly onChange: (nodeIds: string[]) => void;
}

/** Several of them. */
export function NodesSelect({ value, onChange, ...rest }: NodesSelectProps) {
  const shared = useTree(rest);
  return <TreeSelect<string[]> {...shared} multiple value={[...value]} onChange={onChange} />;
}

function useTree({ allowed, id, status, placeholder, ...aria }: Shared) {
  const t = useText();
  const { data } = useAnswer(listCompanies, {});
  const treeData = useMemo(
    () => branches(data?.items ?? [], (node) => `${node.name} · ${t(nodeKindNames[node.kind])}`, allowed),
    [data, t, allowed],
  );
  return {
    ...aria,
    ...(id && { id }),
    ...(status && { status }),
    placeholder: placeholder ?? t(choose),
    treeData,
    showSearch: { treeNodeFilterProp: 'search' },
    treeDefaultExpandAll: true,
    popupMatchSelectWidth: 280,
    style: { minWidth: 180, width: '100%' },
  };
}

const choose: Sentence = { zh: '请选择', en: 'Choose' };

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
