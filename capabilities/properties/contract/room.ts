import { Day } from '@yilu/platform/contract';
import { z } from 'zod';

export const roomKinds = ['RESIDENCE', 'SHOP', 'PARKING_SPACE', 'STORAGE', 'OTHER'] as const;
export const RoomKind = z.enum(roomKinds);
export type RoomKind = z.infer<typeof RoomKind>;

/** One or two of north, east, south, west: which way the living room looks; NS lets the wind through. */
export const orientations = ['S', 'SE', 'SW', 'NS', 'E', 'W', 'EW', 'N', 'NE', 'NW'] as const;
export const Orientation = z.enum(orientations);
export type Orientation = z.infer<typeof Orientation>;

export const FitOut = z.enum(['BARE', 'PARTLY_FITTED_OUT', 'FITTED_OUT']);
export type FitOut = z.infer<typeof FitOut>;

export const SaleKind = z.enum(['PRESALE', 'COMPLETED']);
export type SaleKind = z.infer<typeof SaleKind>;

/** What the sales office may still do with a room, from closed to sold. */
export const salesStates = ['NOT_FOR_SALE', 'AVAILABLE', 'RESERVED', 'SUBSCRIBED', 'SIGNED'] as const;
export const SalesState = z.enum(salesStates);
export type SalesState = z.infer<typeof SalesState>;

/** What a room goes through, in the order of the road (norms §7); RESCINDED takes a sale back, MOVED_OUT ends a stay. */
export const milestoneKinds = [
  'RESERVED',
  'SUBSCRIBED',
  'SIGNED',
  'FILED',
  'FULLY_PAID',
  'HANDED_OVER',
  'TITLE_ISSUED',
  'DECORATION_STARTED',
  'MOVED_IN',
  'MOVED_OUT',
  'RESCINDED',
] as const;
export const MilestoneKind = z.enum(milestoneKinds);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

/** Where a room stands now, from sales state and milestones together: what the grid is coloured by. */
export const roomStages = [
  'NOT_FOR_SALE',
  'AVAILABLE',
  'RESERVED',
  'SUBSCRIBED',
  'SIGNED',
  'HANDED_OVER',
  'MOVED_IN',
] as const;
export const RoomStage = z.enum(roomStages);
export type RoomStage = z.infer<typeof RoomStage>;

const count = z.int().min(0).max(30);
/** m², two decimals. */
const area = z.number().positive().max(1_000_000).multipleOf(0.01);

/** What may be known of a room, besides where it stands. */
export const RoomFacts = z.object({
  /** Physical floor from the ground, basements negative. */
  floor: z.int().min(-20).max(300).optional(),
  /** What the lift shows where it differs: 3A, 12A, M. */
  floorLabel: z.string().trim().min(1).max(8).optional(),
  /** As people write it: 3室2厅2卫1厨. */
  layout: z.string().trim().min(1).max(40).optional(),
  bedrooms: count.optional(),
  livingRooms: count.optional(),
  bathrooms: count.optional(),
  kitchens: count.optional(),
  /** 建筑面积, m². */
  grossArea: area.optional(),
  /** 套内面积, m². */
  innerArea: area.optional(),
  orientation: Orientation.optional(),
  fitOut: FitOut.optional(),
  saleKind: SaleKind.optional(),
  salesState: SalesState.optional(),
  /** 高层, 小高层, 洋房, 叠拼, 联排, 别墅, 大平层 … */
  productType: z.string().trim().min(1).max(40).optional(),
  deliveryBatch: z.string().trim().min(1).max(40).optional(),
  /** The public address, apart from the sales code. */
  address: z.string().trim().min(1).max(200).optional(),
});
export type RoomFacts = z.infer<typeof RoomFacts>;
export const roomFactNames = RoomFacts.keyof().options;
export type RoomFactName = (typeof roomFactNames)[number];

export const Milestone = z.object({
  id: z.uuid(),
  kind: MilestoneKind,
  reachedOn: Day,
  /** By a person here; false when an import brought it. */
  entered: z.boolean(),
});
export type Milestone = z.infer<typeof Milestone>;

/** What another system calls the room. */
export const ExternalCode = z.object({
  source: z.string().trim().min(1).max(40),
  code: z.string().trim().min(1).max(80),
});
export type ExternalCode = z.infer<typeof ExternalCode>;

export const Room = RoomFacts.extend({
  id: z.uuid(),
  projectId: z.uuid(),
  projectName: z.string(),
  phaseId: z.uuid().optional(),
  phaseName: z.string().optional(),
  buildingId: z.uuid().optional(),
  buildingName: z.string().optional(),
  unitId: z.uuid().optional(),
  unitName: z.string().optional(),
  kind: RoomKind,
  number: z.string(),
  /** XYHY-02-08-1-1203 */
  code: z.string(),
  /** 3-2-1203 */
  displayCode: z.string(),
  /** 3栋2单元1203 */
  displayName: z.string(),
  stage: RoomStage,
  /** 梯户比 of its floor: lifts of the unit, and the homes that share them; absent while either is unknown. */
  liftsForHomes: z.object({ lifts: z.int().positive(), homes: z.int().positive() }).optional(),
  /** Earliest first. */
  milestones: z.array(Milestone),
  externalCodes: z.array(ExternalCode),
  version: z.int(),
});
export type Room = z.infer<typeof Room>;

/** A room in a list or a cell of the grid. */
export const RoomLine = Room.pick({
  id: true,
  projectId: true,
  buildingId: true,
  unitId: true,
  kind: true,
  number: true,
  displayCode: true,
  displayName: true,
  floor: true,
  floorLabel: true,
  layout: true,
  bedrooms: true,
  grossArea: true,
  orientation: true,
  fitOut: true,
  salesState: true,
  stage: true,
});
export type RoomLine = z.infer<typeof RoomLine>;
