import { keyName } from '../pages/shortcuts.ts';
import './keys.css';

/** A key on a button or in a hint: `<Keys of="mod+k" />`. */
export function Keys({ of }: { readonly of: string }) {
  return <kbd className="yl-key">{keyName(of)}</kbd>;
}

/** The strip of hints at the foot of a desk page. */
export function KeyHints({ hints }: { readonly hints: readonly { readonly keys: string; readonly does: string }[] }) {
  return (
    <div className="yl-key-hints">
      {hints.map(({ keys, does }) => (
        <span key={keys}>
          <Keys of={keys} />
          {does}
        </span>
      ))}
    </div>
  );
}
