import { FormRow, useAnswer, useAsk, useGo, useOutdate, useText, useToast } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { changePassword, readMe } from '../contract/index.ts';
import { Doorway } from './doorway.tsx';
import { Refused } from './sign-in-page.tsx';
import { door, own } from './text.ts';

/** Changing one's password; after somebody else set it, the only page there is. */
export function PasswordPage() {
  const t = useText();
  const go = useGo();
  const tell = useToast();
  const outdate = useOutdate();
  const me = useAnswer(readMe, {});
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const isForced = me.data?.mustChangePassword === true;
  const changing = useAsk(changePassword, {
    onDone: () => {
      tell({ message: t(door.changed) });
      outdate(readMe);
      go(isForced ? '/' : '/me', { replace: true });
    },
  });
  const fields = changing.error?.fields ?? {};
  const differs = again !== '' && again !== next;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    changing.mutate({ current, next });
  };
  return (
    <Doorway title={t(door.changeTitle)} note={t(isForced ? door.mustChange : door.othersEnd)}>
      <form className="yl-door-form" onSubmit={submit}>
        {changing.error && Object.keys(fields).length === 0 && <Refused message={changing.error.message} />}
        <input type="text" autoComplete="username" value={me.data?.username ?? ''} readOnly hidden />
        <FormRow label={t(isForced ? door.temporary : door.current)} error={fields.current}>
          <Input.Password
            size="large"
            autoFocus
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </FormRow>
        <FormRow label={t(door.newPassword)} hint={t(door.passwordHint)} error={fields.next}>
          <Input.Password
            size="large"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        </FormRow>
        <FormRow label={t(door.repeat)} error={differs ? t(door.differs) : undefined}>
          <Input.Password
            size="large"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </FormRow>
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={changing.isPending}
          disabled={current === '' || next === '' || again !== next}
        >
          {t(door.change)}
        </Button>
        {!isForced && (
          <Button type="text" block onClick={() => go.back('/me')}>
            {t(own.cancel)}
          </Button>
        )}
      </form>
    </Doorway>
  );
}
