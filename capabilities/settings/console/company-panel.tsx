import { FormRow, SidePanel, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import {
  CompanyDetails,
  type CompanyNode,
  createCompany,
  deleteCompany,
  editCompany,
  listCompanies,
  type NodeKind,
  nodeKindNames,
  nodeKinds,
} from '../contract/index.ts';
import { inherited, refusalToMove, refusalToStandUnder } from '../rules/index.ts';
import { NodeSelect } from './node-select.tsx';
import { texts } from './text.ts';

/** A node to edit, or the one to add below. */
export interface Writing {
  readonly node?: CompanyNode;
  readonly under?: CompanyNode;
}

interface CompanyPanelProps {
  readonly writing: Writing;
  readonly nodes: readonly CompanyNode[];
  readonly onClose: () => void;
}

type Field = keyof CompanyDetails;

export function CompanyPanel({ writing, nodes, onClose }: CompanyPanelProps) {
  const { node, under } = writing;
  const t = useText();
  const tell = useToast();
  const [details, setDetails] = useState<Partial<CompanyDetails>>(node ? CompanyDetails.parse(node) : {});
  const [kind, setKind] = useState<Exclude<NodeKind, 'group'>>('project');
  const [parentId, setParentId] = useState(node?.parentId ?? under?.id);
  const done = ({ name }: CompanyNode) => {
    tell({ message: `${t(texts.saved)} · ${name}` });
    onClose();
  };
  const creating = useAsk(createCompany, { invalidates: [listCompanies], onDone: done });
  const editing = useAsk(editCompany, { invalidates: [listCompanies], onDone: done });
  const removing = useAsk(deleteCompany, {
    invalidates: [listCompanies],
    onDone: () => {
      tell({ message: `${t(texts.removed)} · ${node?.name ?? ''}` });
      onClose();
    },
  });
  const error = creating.error ?? editing.error ?? removing.error ?? undefined;
  const fault = (field: Field) => error?.fields[field];
  const said = Object.fromEntries(
    Object.entries(details).filter(([, value]) => value?.trim()),
  ) as Partial<CompanyDetails>;
  const save = () => {
    if (!said.name) return;
    const full = { ...said, name: said.name };
    if (node) editing.mutate({ ...full, nodeId: node.id, ...(parentId && { parentId }), version: node.version });
    else if (parentId) creating.mutate({ ...full, kind, parentId });
  };
  const text = (field: Field, hint?: string) => {
    const above =
      field === 'developer' || field === 'propertyCompany' ? inherited(nodes, parentId ?? '', field) : undefined;
    const Control = field === 'letterhead' ? Input.TextArea : Input;
    return (
      <FormRow
        label={t(field === 'code' ? texts.shortCode : texts[field])}
        error={fault(field)}
        hint={hint}
        required={field === 'name'}
      >
        <Control
          value={details[field] ?? ''}
          placeholder={above ? `${t(texts.follows)} ${above}` : ''}
          onChange={(event) => setDetails((before) => ({ ...before, [field]: asWritten(field, event.target.value) }))}
        />
      </FormRow>
    );
  };
  return (
    <SidePanel
      open
      title={node ? node.name : `${under?.name} · ${t(texts.addUnder)}`}
      onClose={onClose}
      foot={
        <>
          {node && node.kind !== 'group' && (
            <Popconfirm
              title={t(texts.removeCompanySure)}
              okText={t(texts.remove)}
              cancelText={t(texts.cancel)}
              onConfirm={() => removing.mutate({ nodeId: node.id })}
            >
              <Button danger type="text" loading={removing.isPending}>
                {t(texts.remove)}
              </Button>
            </Popconfirm>
          )}
          <Button type="primary" loading={creating.isPending || editing.isPending} disabled={!said.name} onClick={save}>
            {t(texts.save)}
          </Button>
        </>
      }
    >
      <div className="st-form">
        {error && Object.keys(error.fields).length === 0 && (
          <p className="yl-late" role="alert">
            {error.message}
          </p>
        )}
        {!node && under && (
          <FormRow label={t(texts.kind)}>
            <Select
              value={kind}
              onChange={setKind}
              options={nodeKinds
                .filter((each) => each !== 'group' && !refusalToStandUnder(each, under))
                .map((value) => ({ value, label: t(nodeKindNames[value]) }))}
            />
          </FormRow>
        )}
        {text('name')}
        {text('code', t(texts.shortCodeHint))}
        {node && node.kind !== 'group' && (
          <FormRow label={t(texts.parent)}>
            <NodeSelect value={parentId} onChange={setParentId} allowed={(parent) => !refusalToMove(node, parent)} />
          </FormRow>
        )}
        {text('developer')}
        {text('propertyCompany')}
        {text('letterhead', t(texts.letterheadHint))}
        {(node?.kind ?? kind) === 'project' && text('address')}
      </div>
    </SidePanel>
  );
}

/** Short codes are capitals: nobody has to hold a key for that. */
function asWritten(field: Field, text: string): string {
  return field === 'code' ? text.toUpperCase() : text;
}
