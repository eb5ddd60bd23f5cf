import type { Asked, Endpoint, Sentence } from '@yilu/platform/contract';
import { FormRow, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { texts } from './text.ts';
import './places.css';

interface NameFormProps<E extends Endpoint, R extends Endpoint> {
  readonly name?: string;
  readonly hint: Sentence;
  readonly endpoint: E;
  readonly input: (name: string) => Asked<E>;
  readonly invalidates: readonly Endpoint[];
  readonly onDone: () => void;
  readonly removal?: { readonly endpoint: R; readonly input: Asked<R>; readonly onDone?: () => void };
  /** Further fields. */
  readonly children?: ReactNode;
}

/** The form of everything that has no more than a name: phases, buildings, units. */
export function NameForm<E extends Endpoint, R extends Endpoint>(props: NameFormProps<E, R>) {
  const { hint, endpoint, input, invalidates, onDone, removal, children } = props;
  const t = useText();
  const tell = useToast();
  const [name, setName] = useState(props.name ?? '');
  const saving = useAsk(endpoint, {
    invalidates,
    onDone: () => {
      tell({ message: t(texts.saved) });
      onDone();
    },
  });
  return (
    <form
      className="pr-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') saving.mutate(input(name.trim()));
      }}
    >
      <FormRow label={t(texts.name)} hint={t(hint)} error={saving.error?.message} required>
        <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={40} autoFocus />
      </FormRow>
      {children}
      <div className="pr-acts">
        {removal && <Removal {...removal} invalidates={invalidates} onDone={removal.onDone ?? onDone} />}
        <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={name.trim() === ''}>
          {t(texts.save)}
        </Button>
      </div>
    </form>
  );
}

interface RemovalProps<R extends Endpoint> {
  readonly endpoint: R;
  readonly input: Asked<R>;
  readonly invalidates: readonly Endpoint[];
  readonly onDone: () => void;
}

/** The server refuses while anything refers to it, so a mistake here costs at most an empty row. */
export function Removal<R extends Endpoint>({ endpoint, input, invalidates, onDone }: RemovalProps<R>) {
  const t = useText();
  const tell = useToast();
  const removing = useAsk(endpoint, {
    invalidates,
    onDone: () => {
      tell({ message: t(texts.removed) });
      onDone();
    },
  });
  return (
    <Button
      danger
      type="text"
      loading={removing.isPending}
      onClick={() => removing.mutate(input, { onError: (error) => tell({ message: error.message, failed: true }) })}
    >
      {t(texts.remove)}
    </Button>
  );
}
