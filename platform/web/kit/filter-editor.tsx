import { Button, Input, Segmented, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import type { Day } from '../../contract/index.ts';
import { useText } from '../text/language.ts';
import { DayField } from './day-field.tsx';
import {
  type FilterCondition,
  type FilterField,
  type FilterGroup,
  isGroup,
  operators,
  relativeDays,
  withNode,
} from './filter-model.ts';
import { NumberField } from './number-field.tsx';

const texts = {
  match: { zh: '几条怎样符合', en: 'How many must hold' },
  all: { zh: '都要符合', en: 'All of' },
  any: { zh: '符合一条就行', en: 'Any of' },
  none: { zh: '一条都不符合', en: 'None of' },
  add: { zh: '加一条', en: 'Add a condition' },
  addGroup: { zh: '加一组', en: 'Add a group' },
  remove: { zh: '去掉这一条', en: 'Remove this condition' },
  field: { zh: '栏目', en: 'Field' },
  comparison: { zh: '比较', en: 'Comparison' },
  value: { zh: '内容', en: 'Value' },
};

interface FilterEditorProps {
  readonly fields: readonly FilterField[];
  readonly filter: FilterGroup;
  readonly onFilter: (filter: FilterGroup) => void;
  readonly depth?: number;
}

const deepest = 3;

/** Conditions and groups of conditions, as deep as people can still read. Where none stands yet, one is ready to be filled in. */
export function FilterEditor({ fields, filter, onFilter, depth = 1 }: FilterEditorProps) {
  const t = useText();
  const ready = fields.slice(0, 1).map(conditionOn);
  const shown = filter.of.length > 0 ? filter : { ...filter, of: ready };
  return (
    <div className="yl-filter-editor">
      {(filter.of.length > 1 || depth > 1) && (
        <Segmented<FilterGroup['match']>
          aria-label={t(texts.match)}
          size="small"
          value={filter.match}
          options={[
            { value: 'all', label: t(texts.all) },
            { value: 'any', label: t(texts.any) },
            { value: 'none', label: t(texts.none) },
          ]}
          onChange={(match) => onFilter({ ...filter, match })}
        />
      )}
      {shown.of.map((node, index) => (
        <div key={index} className="yl-filter-node">
          {isGroup(node) ? (
            <FilterEditor
              fields={fields}
              filter={node}
              depth={depth + 1}
              onFilter={(next) => onFilter(withNode(shown, index, next))}
            />
          ) : (
            <ConditionRow
              fields={fields}
              condition={node}
              onChange={(next) => onFilter(withNode(shown, index, next))}
            />
          )}
          {shown === filter && (
            <Button
              type="text"
              aria-label={t(texts.remove)}
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => onFilter(withNode(filter, index, undefined))}
            />
          )}
        </div>
      ))}
      <div className="yl-filter-adds">
        <Button
          size="small"
          type="text"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => onFilter({ ...shown, of: [...shown.of, ...ready] })}
        >
          {t(texts.add)}
        </Button>
        {depth < deepest && filter.of.length > 0 && (
          <Button
            size="small"
            type="text"
            onClick={() => onFilter({ ...filter, of: [...filter.of, { match: 'any', of: [] }] })}
          >
            {t(texts.addGroup)}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ConditionRowProps {
  readonly fields: readonly FilterField[];
  readonly condition: FilterCondition;
  readonly onChange: (condition: FilterCondition) => void;
}

function ConditionRow({ fields, condition, onChange }: ConditionRowProps) {
  const t = useText();
  const field = fields.find(({ key }) => key === condition.field) ?? fields[0];
  if (!field) return null;
  return (
    <div className="yl-filter-condition">
      <Select
        aria-label={t(texts.field)}
        value={field.key}
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map(({ key, title }) => ({ value: key, label: t(title) }))}
        onChange={(key) => {
          const next = fields.find((each) => each.key === key);
          if (next) onChange(conditionOn(next));
        }}
      />
      <Select
        aria-label={t(texts.comparison)}
        value={condition.is}
        options={operators[field.kind].map(({ key, title }) => ({ value: key, label: t(title) }))}
        onChange={(is) => onChange(sameTaking(field, condition, is))}
      />
      <ValueField field={field} condition={condition} onChange={onChange} />
    </div>
  );
}

interface ValueFieldProps {
  readonly field: FilterField;
  readonly condition: FilterCondition;
  readonly onChange: (condition: FilterCondition) => void;
}

function ValueField({ field, condition, onChange }: ValueFieldProps) {
  const t = useText();
  const takes = operators[field.kind].find(({ key }) => key === condition.is)?.takes ?? 'nothing';
  const { value } = condition;
  const to = (next: FilterCondition['value']) => onChange({ ...condition, value: next });
  const label = { 'aria-label': t(texts.value) };
  switch (takes) {
    case 'options':
      return field.chooser ? (
        <field.chooser {...label} value={Array.isArray(value) ? value : []} onChange={to} />
      ) : (
        <Select
          {...label}
          mode="multiple"
          value={Array.isArray(value) ? value : []}
          options={(field.options ?? []).map((option) => ({ value: option.value, label: t(option.title) }))}
          onChange={to}
        />
      );
    case 'relativeDay':
      return (
        <Select
          {...label}
          value={typeof value === 'string' ? value : undefined}
          options={relativeDays.map((option) => ({ value: option.value, label: t(option.title) }))}
          onChange={to}
        />
      );
    case 'number':
      return (
        <NumberField
          {...label}
          value={typeof value === 'number' ? value : null}
          suffix={field.unit ? t(field.unit) : null}
          onChange={(next) => to(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'day':
      return <DayField {...label} value={typeof value === 'string' ? (value as Day) : undefined} onChange={to} />;
    case 'text':
      return (
        <Input {...label} value={typeof value === 'string' ? value : ''} onChange={(event) => to(event.target.value)} />
      );
    case 'nothing':
      return null;
  }
}

function conditionOn(field: FilterField): FilterCondition {
  const first = operators[field.kind][0];
  return { field: field.key, is: first?.key ?? 'known' };
}

/** The value stays when the new comparison takes the same sort of value. */
function sameTaking(field: FilterField, condition: FilterCondition, is: string): FilterCondition {
  const takes = (key: string) => operators[field.kind].find((each) => each.key === key)?.takes;
  return takes(is) === takes(condition.is) ? { ...condition, is } : { field: condition.field, is };
}
