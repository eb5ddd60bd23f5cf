import { InputNumber, type InputNumberProps } from 'antd';
import { asGrouped, digitsMeant } from '../text/written-number.ts';

/** A number with its thousands apart: 4,388,000; 438.8万 may be written and pasted too. Takes what antd's own field takes. */
export function NumberField(props: Omit<InputNumberProps<number>, 'formatter' | 'parser'>) {
  return (
    <InputNumber<number>
      style={{ width: '100%' }}
      {...props}
      formatter={(value, { userTyping, input }) => (userTyping ? input : asGrouped(value))}
      parser={(written) => digitsMeant(written) as unknown as number}
    />
  );
}
