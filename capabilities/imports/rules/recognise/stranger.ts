import { plainHeading } from './heading.ts';

/** Names and phones of colleagues are no customers, though written with the same headings. */
const ofStaff = /工号|部门|入职|离职|员工|考勤|岗位/;

/** By two headings: registers in which names, phones and homes stand that are not each other's. */
const registers = {
  tickets: /报修|报事|投诉|工单|派工|处理结果|处理人|维修/,
  gate: /被访|拜访|受访|来访事由|访客事由|[进入出]场时间|离开时间|驾驶人|值班/,
  applications: /申请类[型别]|申请事项|变更类[型别]|审批|审核|变更后客户|换房/,
} as const;

/** What a sheet is of which nothing may go in, by its headings. */
export function strangerOf(
  headings: readonly string[],
  { hasRoom }: { readonly hasRoom: boolean },
): 'staff' | keyof typeof registers | undefined {
  if (!hasRoom && headings.some((heading) => ofStaff.test(heading))) return 'staff';
  const plain = headings.map(plainHeading);
  return (['tickets', 'gate', 'applications'] as const).find(
    (register) => plain.filter((heading) => registers[register].test(heading)).length > 1,
  );
}
