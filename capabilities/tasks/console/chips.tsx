import { Activity, IntentGrade, Lifecycle, OwnerType, ServiceTier, Stickiness, ValueClass } from '@yilu/platform/web';
import type { ComponentProps } from 'react';
import type { LineChip } from '../contract/index.ts';

/** The labels of a line's customer, by the kit's shapes; a label that the kit does not know is left out. */
export function Chips({ chips }: { readonly chips: readonly LineChip[] }) {
  if (chips.length === 0) return null;
  return (
    <div className="yl-today-chips">
      {chips.map((chip) => (
        <Chip key={chip.label} {...chip} />
      ))}
    </div>
  );
}

/** The value is one of the label's own; whoever contributes a chip owns both. */
export function Chip({ label, value, bare = false }: LineChip & { readonly bare?: boolean }) {
  switch (label) {
    case 'lifecycle':
      return <Lifecycle value={value as ComponentProps<typeof Lifecycle>['value']} bare={bare} />;
    case 'value':
      return <ValueClass value={value as ComponentProps<typeof ValueClass>['value']} />;
    case 'activity':
      return <Activity value={value as ComponentProps<typeof Activity>['value']} bare={bare} />;
    case 'intent':
      return <IntentGrade value={value as ComponentProps<typeof IntentGrade>['value']} />;
    case 'stickiness':
      return <Stickiness value={value as ComponentProps<typeof Stickiness>['value']} bare={bare} />;
    case 'ownerType':
      return <OwnerType value={value as ComponentProps<typeof OwnerType>['value']} bare={bare} />;
    case 'serviceTier':
      return <ServiceTier value={value as ComponentProps<typeof ServiceTier>['value']} />;
    default:
      return null;
  }
}
