import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedPhone, type PhoneRead, phoneOf, withPhonesMasked, withPhonesRestored } from './phone.ts';

const m = (number: string): PhoneRead => ({ number, kind: 'mobile' });

test.each<[string, PhoneRead]>([
  ['13857120046', m('13857120046')],
  [' 138 5712 0046 ', m('13857120046')],
  ['138-5712-0046', m('13857120046')],
  ['+86 13857120046', m('13857120046')],
  ['008613857120046', m('13857120046')],
  ['8613857120046', m('13857120046')],
  ['１３８５７１２００４６', m('13857120046')],
  ['13857120046.0', m('13857120046')],
  ['013857120046', m('13857120046')],
  ['0571-87654321', { number: '057187654321', kind: 'home' }],
  ['(0571) 8765 4321 转 801', { number: '057187654321', kind: 'home' }],
  ['+44 20 7946 0958', m('+442079460958')],
  ['400-820-8820', { number: '4008208820', kind: 'work' }],
  ['18999999999', { absent: 'placeholder' }],
  ['13800000000', { absent: 'placeholder' }],
  ['11111111111', { absent: 'placeholder' }],
  ['12345678901', { absent: 'placeholder' }],
  ['0', { absent: 'placeholder' }],
  ['', { absent: 'empty' }],
  ['无', { absent: 'empty' }],
  ['-', { absent: 'empty' }],
  ['1385712004', { broken: true }],
  ['138571200467', { broken: true }],
  ['12857120046', { broken: true }],
  ['no phone', { broken: true }],
])('%s', (written, read) => {
  expect(phoneOf(written)).toEqual(read);
});

test('reading a read number changes nothing', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (number) => {
      const once = phoneOf(number);
      if ('number' in once) expect(phoneOf(once.number)).toEqual(once);
    }),
  );
});

test.each([
  ['13857120046', '138****0046'],
  ['057187654321', '05718****321'],
  ['+442079460958', '+44207****958'],
  ['87654321', '******21'],
])('%s is shown as %s', (number, masked) => {
  expect(maskedPhone(number)).toBe(masked);
});

test.each([
  ['李雷 13911112222', '李雷 139****2222'],
  ['儿子 139-1111-2222、女儿+86 13933334444', '儿子 139****2222、女儿139****4444'],
  ['合同号 913911112222', '合同号 913911112222'],
  ['单位 0571-87654321 转 8', '单位 05718****321 转 8'],
  ['021-62345678', '0216****678'],
  ['010-12 号楼，0.5-1234567', '010-12 号楼，0.5-1234567'],
  ['', ''],
])('%s is shown as %s', (text, shown) => {
  expect(withPhonesMasked(text)).toBe(shown);
  expect(withPhonesMasked(shown)).toBe(shown);
});

test('a masked number is whole again where it was known, and refused where it was not', () => {
  expect(withPhonesRestored('妻子 139****2222', ['李雷 13911112222'])).toBe('妻子 13911112222');
  expect(withPhonesRestored('妻子 138****2222', ['李雷 13911112222'])).toBeUndefined();
  expect(withPhonesRestored('打 05718****321', ['单位 0571-87654321'])).toBe('打 0571-87654321');
  expect(withPhonesRestored('名片上是 138****2222', ['本来就写 138****2222'])).toBe('名片上是 138****2222');
  expect(withPhonesRestored('没有号码', [])).toBe('没有号码');
});
