import {
  FormRow,
  forgetAccount,
  useAnswer,
  useAsk,
  useGo,
  useOutdate,
  useQueryState,
  useText,
} from '@yilu/platform/web';
import { Button, Input, type InputRef } from 'antd';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { readMe, readSetUp, type SignInStep, signIn, signInWithSecondFactor } from '../contract/index.ts';
import { Doorway } from './doorway.tsx';
import { door } from './text.ts';

/** Username and password, then, where it is set up, the second factor. */
export function SignInPage() {
  const enter = useEntering();
  const [ticket, setTicket] = useState<string>();
  const setUp = useAnswer(readSetUp, {}, { fresh: 60_000 });
  const go = useGo();
  const isSetUpNeeded = setUp.data?.isNeeded === true;
  useEffect(() => {
    if (isSetUpNeeded) go('/set-up', { replace: true });
  }, [isSetUpNeeded, go]);
  const take = (step: SignInStep) => (step.stage === 'secondFactor' ? setTicket(step.ticket) : enter());
  return ticket ? (
    <SecondStep ticket={ticket} onDone={take} onAgain={() => setTicket(undefined)} />
  ) : (
    <FirstStep onDone={take} />
  );
}

/** Into the house: to where one was going. */
export function useEntering(otherwise = '/'): () => void {
  const go = useGo();
  const outdate = useOutdate();
  const [then] = useQueryState('then');
  // Only addresses of this house: `//elsewhere` would lead out of it. Nor to this page, where one would stand before it once more.
  const target = then?.startsWith('/') && !/^\/([/\\]|sign-in)/.test(then) ? then : otherwise;
  return () => {
    // Whoever was here before is not whom answers kept on this device may be shown to.
    forgetAccount();
    outdate(readMe);
    go(target, { replace: true });
  };
}

function FirstStep({ onDone }: { readonly onDone: (step: SignInStep) => void }) {
  const t = useText();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const entering = useAsk(signIn, { onDone });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    entering.mutate({ username, password });
  };
  return (
    <Doorway title={t(door.signIn)}>
      <form className="yl-door-form" onSubmit={submit}>
        {entering.error && <Refused message={entering.error.message} />}
        <FormRow label={t(door.username)}>
          <Input
            size="large"
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </FormRow>
        <FormRow label={t(door.password)}>
          <Input.Password
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </FormRow>
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={entering.isPending}
          disabled={username.trim() === '' || password === ''}
        >
          {t(door.signIn)}
        </Button>
        <p className="yl-door-aside">{t(door.forgot)}</p>
      </form>
    </Doorway>
  );
}

function SecondStep({
  ticket,
  onDone,
  onAgain,
}: {
  readonly ticket: string;
  readonly onDone: (step: SignInStep) => void;
  readonly onAgain: () => void;
}) {
  const t = useText();
  const [code, setCode] = useState('');
  const field = useRef<InputRef>(null);
  const entering = useAsk(signInWithSecondFactor, { onDone });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    entering.mutate({ ticket, code }, { onError: () => field.current?.select() });
  };
  return (
    <Doorway title={t(door.secondTitle)} note={t(door.secondHint)}>
      <form className="yl-door-form" onSubmit={submit}>
        <FormRow label={t(door.code)} error={entering.error?.message}>
          <Input
            ref={field}
            size="large"
            autoFocus
            autoComplete="one-time-code"
            inputMode="text"
            autoCapitalize="none"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </FormRow>
        <Button type="primary" htmlType="submit" block loading={entering.isPending} disabled={code.trim().length < 6}>
          {t(door.next)}
        </Button>
        <Button type="text" block onClick={onAgain}>
          {t(door.startAgain)}
        </Button>
      </form>
    </Doorway>
  );
}

/** Why not, in the server's own words, where it is read at once. */
export function Refused({ message }: { readonly message: string }) {
  return (
    <p className="yl-door-refused" role="alert">
      {message}
    </p>
  );
}
