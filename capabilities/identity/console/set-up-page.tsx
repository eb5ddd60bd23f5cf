import { FormRow, Link, useAnswer, useAsk, useText } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { readSetUp, setUp } from '../contract/index.ts';
import { Doorway } from './doorway.tsx';
import { Refused, useEntering } from './sign-in-page.tsx';
import { door } from './text.ts';

const empty = { groupName: '', name: '', username: '', password: '' };

/** The first visit: the group's name and the first administrator. */
export function SetUpPage() {
  const t = useText();
  const [given, setGiven] = useState(empty);
  const enter = useEntering('/welcome');
  const needed = useAnswer(readSetUp, {});
  const beginning = useAsk(setUp, { onDone: enter });
  const fields = beginning.error?.fields ?? {};
  const isElsewhere = beginning.error && Object.keys(fields).length === 0;
  const set = (name: keyof typeof empty) => (event: { target: { value: string } }) =>
    setGiven((before) => ({ ...before, [name]: event.target.value }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    beginning.mutate(given);
  };
  const labels = { groupName: door.groupName, name: door.yourName, username: door.username, password: door.password };
  const missing = (Object.keys(labels) as (keyof typeof empty)[]).filter((name) => given[name].trim() === '');
  const isBegun = missing.length < Object.keys(labels).length;
  if (needed.data?.isNeeded === false && !beginning.isSuccess)
    return (
      <Doorway title={t(door.setUpTitle)}>
        <p className="yl-door-form">
          <Link to="/sign-in">{t(door.already)}</Link>
        </p>
      </Doorway>
    );
  return (
    <Doorway title={t(door.setUpTitle)} note={t(door.setUpNote)}>
      <form className="yl-door-form" onSubmit={submit}>
        {isElsewhere && <Refused message={beginning.error.message} />}
        <FormRow label={t(door.groupName)} hint={t(door.groupHint)} error={fields.groupName} required>
          <Input
            size="large"
            autoFocus
            autoComplete="organization"
            value={given.groupName}
            onChange={set('groupName')}
          />
        </FormRow>
        <FormRow label={t(door.yourName)} error={fields.name} required>
          <Input size="large" autoComplete="name" value={given.name} onChange={set('name')} />
        </FormRow>
        <FormRow label={t(door.username)} hint={t(door.usernameHint)} error={fields.username} required>
          <Input
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            value={given.username}
            onChange={set('username')}
          />
        </FormRow>
        <FormRow label={t(door.password)} hint={t(door.passwordHint)} error={fields.password} required>
          <Input.Password size="large" autoComplete="new-password" value={given.password} onChange={set('password')} />
        </FormRow>
        <Button type="primary" htmlType="submit" block loading={beginning.isPending} disabled={missing.length > 0}>
          {t(door.begin)}
        </Button>
        {isBegun && missing.length > 0 && (
          <p className="yl-quiet">
            {t(door.stillMissing)}
            {missing.map((name) => t(labels[name])).join(t(door.and))}
          </p>
        )}
      </form>
    </Doorway>
  );
}
