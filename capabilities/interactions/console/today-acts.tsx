import { Keys, useGo, useMay, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { PhoneIncoming, Plus } from 'lucide-react';
import { keepRegisters, recordInteractions } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { texts } from './text.ts';

/** The acts of Today's head: registering a call, recording a contact. */
export function TodayActs() {
  const t = useText();
  const go = useGo();
  const may = useMay();
  return (
    <>
      {may(keepRegisters) && (
        <Button icon={<PhoneIncoming size={16} aria-hidden="true" />} onClick={() => go(addresses.registerNew)}>
          {t(texts.registerCall)}
        </Button>
      )}
      {may(recordInteractions) && (
        <Button type="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => go(addresses.record)}>
          {t(texts.record)} <Keys of="n" />
        </Button>
      )}
    </>
  );
}
